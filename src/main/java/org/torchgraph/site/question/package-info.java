/** A question on a page: its card, its form, and its answer as a table or as a panel. */
package org.torchgraph.site.question;
