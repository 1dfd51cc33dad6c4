/** Query results as files for spreadsheets, with the names of things beside their IRIs. */
package org.torchgraph.site.spreadsheet;
