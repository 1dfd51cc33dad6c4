/** Runs queries over a dataset of Jena's, each in a thread of its own, guarded and under a deadline. */
package org.torchgraph.dataset.run;
