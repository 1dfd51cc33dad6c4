/** The current dataset version, and the forms of its replies: pages and RDF. */
package org.torchgraph.server.version;
