/** What stands round every page: the publication, the language, the way from here. */
package org.torchgraph.site.frame;
