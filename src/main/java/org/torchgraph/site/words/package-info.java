/** How a page says things: its texts, and the name, link and mark of each node. */
package org.torchgraph.site.words;
