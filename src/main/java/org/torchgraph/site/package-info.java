/** Pages: a view model and a template for each. */
package org.torchgraph.site;
