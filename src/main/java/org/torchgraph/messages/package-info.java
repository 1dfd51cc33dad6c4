/** What the program says to people: messages as values, and the words for them in each language. */
package org.torchgraph.messages;
