/**
 * Evaluates the algebra of queries over graphs whose terms have numbers. What is not evaluated here is left to ARQ, and
 * the rows are those of ARQ.
 */
package org.torchgraph.dataset.evaluation;
