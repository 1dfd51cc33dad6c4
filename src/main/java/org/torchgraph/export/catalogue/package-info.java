/**
 * Describes a dataset version in DCAT and VoID: the editors' catalogue entry, statistics, and the questions as query
 * examples.
 */
package org.torchgraph.export.catalogue;
