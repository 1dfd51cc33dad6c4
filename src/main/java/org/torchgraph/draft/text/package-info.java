/**
 * Parses a text of entries of the form "● date / 《title》 / paragraphs", with the position of each statement in the
 * source.
 */
package org.torchgraph.draft.text;
