/** The pages: one view model and one template a page. */
package org.torchgraph.site;
