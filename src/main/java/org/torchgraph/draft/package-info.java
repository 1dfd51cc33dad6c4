/**
 * Drafts Turtle from the entries of a text: what the text states is written as statements, and what it does not state
 * becomes a review comment for a person.
 */
package org.torchgraph.draft;
