/** Reads the folder of a publication: its files, named graphs, base, prefixes and query files. */
package org.torchgraph.publication;
