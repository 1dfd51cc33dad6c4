/** Statements laid out for reading: terms have numbers, statements are rows of numbers in several orders. */
package org.torchgraph.dataset.numbered;
