/** Texts for people: messages as values, and the catalogue of their sentences in each language. */
package org.torchgraph.messages;
