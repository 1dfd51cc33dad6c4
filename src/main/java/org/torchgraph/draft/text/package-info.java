/** A text of the shape "● date / 《title》 / paragraphs", read into entries: what it says of itself, and where. */
package org.torchgraph.draft.text;
