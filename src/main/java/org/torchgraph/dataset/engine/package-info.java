/** A dataset that an engine elsewhere has, which is read and queried by SPARQL. */
package org.torchgraph.dataset.engine;
