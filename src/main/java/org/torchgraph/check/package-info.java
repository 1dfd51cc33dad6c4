/**
 * Checks of a publication: syntax, shapes, links, names, digests, sources; each error is a finding with its position.
 */
package org.torchgraph.check;
