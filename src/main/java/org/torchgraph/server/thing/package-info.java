/** Routes of one thing: its document, redirects to it, and the terms of the ontology. */
package org.torchgraph.server.thing;
