/** The folder on disk: its files, named graphs, base, prefixes and query files, read into one value. */
package org.torchgraph.publication;
