/** Query requests and their results: a complete result within the limits, or a failure with its reason. */
package org.torchgraph.query;
