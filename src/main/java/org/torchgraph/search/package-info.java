/** Full-text search for things: the index of one dataset version, search requests, and hits. */
package org.torchgraph.search;
