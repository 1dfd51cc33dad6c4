/** Reads the folder of a publication: its files, named graphs, base, prefixes, query files and settings. */
package org.torchgraph.publication;
