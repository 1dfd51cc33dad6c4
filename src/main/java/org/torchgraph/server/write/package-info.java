/** Writes to the graphs of the site: who may write, and what is accepted. */
package org.torchgraph.server.write;
