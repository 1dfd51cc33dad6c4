/** Drafts the catalogue, the settings and the prefixes of a publication from the RDF files that it is to hold. */
package org.torchgraph.draft.start;
