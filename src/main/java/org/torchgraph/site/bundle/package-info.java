/** The whole of a publication in one archive, with what a repository wants to know of it. */
package org.torchgraph.site.bundle;
