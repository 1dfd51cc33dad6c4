/**
 * Checks of a publication: files, shapes, links, names, digests, sources, rules and questions. Each error is a finding
 * with its position.
 */
package org.torchgraph.check;
