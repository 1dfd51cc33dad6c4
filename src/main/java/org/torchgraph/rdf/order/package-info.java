/** What is written where: the one order of statements and terms, and which blank nodes nest. */
package org.torchgraph.rdf.order;
