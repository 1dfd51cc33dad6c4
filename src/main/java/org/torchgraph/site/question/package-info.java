/** Questions on pages: cards, forms, and results as tables and panels. */
package org.torchgraph.site.question;
