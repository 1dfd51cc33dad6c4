/** Requests and replies: reading requests, conditional requests, content codings, caching, and common headers. */
package org.torchgraph.server.reply;
