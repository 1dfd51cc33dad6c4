/** Writes the findings of a check for readers, as JSON and as SARIF. */
package org.torchgraph.check.report;
