/** Terms of RDF by what they mean: their order, lists, and classes that are described by others. */
package org.torchgraph.model.term;
