/** An answer as a page shows it: a table whose rows have their evidence, and a picture of the same. */
package org.torchgraph.site.chart;
