/** A query as it is asked and what comes of it: an answer within the limits, or a failure that says why not. */
package org.torchgraph.query;
