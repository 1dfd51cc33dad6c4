/** A dataset in memory. */
package org.torchgraph.dataset.memory;
