/** The order in which statements and terms are written, and which blank nodes are written nested. */
package org.torchgraph.rdf.order;
