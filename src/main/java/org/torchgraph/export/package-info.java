/** RDF out of the store: sorted Turtle, the other formats, and the dumps of the whole. */
package org.torchgraph.export;
