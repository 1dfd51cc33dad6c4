/** RDF terms by their meaning: the order of values, points of time, lists, and OWL class expressions. */
package org.torchgraph.model.term;
