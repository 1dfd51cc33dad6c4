/** One bounded run of a query: guards before it, a deadline over it, a budget on what it makes. */
package org.torchgraph.query.run;
