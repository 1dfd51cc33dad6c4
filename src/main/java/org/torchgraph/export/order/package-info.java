/** What is written where: the one order of statements and terms, labels for blank nodes, and which of those nest. */
package org.torchgraph.export.order;
