/** What a query may be: SPARQL text parsed, its algebra held against guards, and operators that are bounded. */
package org.torchgraph.query.guard;
