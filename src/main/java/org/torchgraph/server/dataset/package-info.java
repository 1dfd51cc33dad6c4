/** Routes of whole graphs: the graph store, dumps, and the description of the dataset. */
package org.torchgraph.server.dataset;
