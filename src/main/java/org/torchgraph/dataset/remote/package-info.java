/** Datasets that other servers hold and that are asked by the SPARQL 1.1 Protocol. */
package org.torchgraph.dataset.remote;
