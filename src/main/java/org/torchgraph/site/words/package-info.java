/** Renders nodes on pages: names, links, values, dates. */
package org.torchgraph.site.words;
