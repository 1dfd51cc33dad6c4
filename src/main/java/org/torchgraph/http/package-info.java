/** Values of the web with no RDF in them: what a client accepts, entity tags, links, problems. */
package org.torchgraph.http;
