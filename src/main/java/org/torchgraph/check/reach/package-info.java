/** What a change can break: which nodes a query or a shape has to be asked about again. */
package org.torchgraph.check.reach;
