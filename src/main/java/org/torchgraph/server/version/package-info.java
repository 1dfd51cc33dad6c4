/** The dataset version that is served, and the forms in which its answers go out: pages and RDF. */
package org.torchgraph.server.version;
