/** Entries of a text as Turtle that a person finishes: what the text says is written, what it does not say is asked. */
package org.torchgraph.draft;
