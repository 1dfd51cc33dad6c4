/** What is answered of whole graphs and of all of them: the graph store, the dumps, the description of the dataset. */
package org.torchgraph.server.dataset;
