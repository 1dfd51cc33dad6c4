/** Feeds of the dataset, of one answer or of one thing, with an entry for each version that changed it. */
package org.torchgraph.server.watch;
