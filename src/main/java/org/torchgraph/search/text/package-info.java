/** Texts as words that can be compared: analysed, folded, and with what means the same. */
package org.torchgraph.search.text;
