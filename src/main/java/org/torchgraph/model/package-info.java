/**
 * The values that a dataset version holds for its readers, computed once: descriptions of IRIs with their claims and
 * incoming links, labels, cited sources and counts.
 */
package org.torchgraph.model;
