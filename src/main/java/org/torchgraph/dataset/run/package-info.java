/** Runs queries over a Jena dataset, each in a thread of its own, guarded and under a deadline. */
package org.torchgraph.dataset.run;
