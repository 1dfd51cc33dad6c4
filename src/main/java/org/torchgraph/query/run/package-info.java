/** Runs queries with guards, a deadline, and a budget for the result. */
package org.torchgraph.query.run;
