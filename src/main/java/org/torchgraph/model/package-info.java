/**
 * The description of one IRI for readers: statements, parts, claims, incoming links, and the labels of all nodes in
 * them.
 */
package org.torchgraph.model;
