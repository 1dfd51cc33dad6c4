/** What is answered of one thing: its document, the way to it, and the terms of the ontology. */
package org.torchgraph.server.thing;
