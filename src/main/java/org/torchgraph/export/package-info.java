/** Serialises statements, documents and whole datasets in each RDF format. */
package org.torchgraph.export;
