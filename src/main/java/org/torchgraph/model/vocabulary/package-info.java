/**
 * The classes and properties that a publication defines: axioms, constraints, uses, and their schema.org equivalents.
 */
package org.torchgraph.model.vocabulary;
