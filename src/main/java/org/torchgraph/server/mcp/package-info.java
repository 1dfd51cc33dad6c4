/** The Model Context Protocol: the questions of the publication, search and evidence as tools for assistants. */
package org.torchgraph.server.mcp;
