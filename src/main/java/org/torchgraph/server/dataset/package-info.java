/** What is answered of whole graphs and of all of them: the graph store, the dumps. */
package org.torchgraph.server.dataset;
