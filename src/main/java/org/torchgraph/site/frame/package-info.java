/** The context of every page: the publication, the reader, navigation and links. */
package org.torchgraph.site.frame;
