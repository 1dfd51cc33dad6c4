/** The port to the triples, however they are stored: versions of a dataset that are read and queried. */
package org.torchgraph.dataset;
