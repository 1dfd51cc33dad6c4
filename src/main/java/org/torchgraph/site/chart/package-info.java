/** Tables and SVG charts of query results, with the evidence of each row. */
package org.torchgraph.site.chart;
