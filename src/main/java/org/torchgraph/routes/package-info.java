/** The addresses of the site: its paths, the page about an IRI, and the IRI of a path. */
package org.torchgraph.routes;
