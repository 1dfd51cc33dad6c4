/** Rules: queries that select errors of a publication, and the findings that they produce. */
package org.torchgraph.check.rule;
