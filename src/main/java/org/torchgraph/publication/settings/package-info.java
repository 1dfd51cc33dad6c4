/** What the editors of a publication set in {@code site.ttl}. */
package org.torchgraph.publication.settings;
