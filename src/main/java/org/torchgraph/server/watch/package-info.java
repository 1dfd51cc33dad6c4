/** Feeds of one answer or one thing, with an entry for each version that changed it and the difference in words. */
package org.torchgraph.server.watch;
