/** The sections of a page that show a data cube: its structure, a slice as a table, and a chart of that. */
package org.torchgraph.site.cube;
