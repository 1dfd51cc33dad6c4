/** Rules: saved queries that select what is wrong with a publication, and the findings they lead to. */
package org.torchgraph.check.rule;
