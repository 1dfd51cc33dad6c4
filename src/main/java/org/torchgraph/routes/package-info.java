/** The addresses of the site as values: which page is about an IRI, and which IRI a path stands for. */
package org.torchgraph.routes;
