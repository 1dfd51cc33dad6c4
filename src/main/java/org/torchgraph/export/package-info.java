/** RDF out of the store: statements, documents and the whole, in any of the formats. */
package org.torchgraph.export;
