/** A search on a page: its form, its hits with their marks, its filters. */
package org.torchgraph.site.search;
