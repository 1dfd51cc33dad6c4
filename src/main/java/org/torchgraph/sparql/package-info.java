/** One bounded run of a query: guards before it, a deadline over it, a budget on what it returns. */
package org.torchgraph.sparql;
