/**
 * Data cubes (RDF Data Cube Vocabulary): their dimensions, measures and attributes, and slices of their observations.
 */
package org.torchgraph.model.cube;
