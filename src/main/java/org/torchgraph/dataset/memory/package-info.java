/** Datasets in the memory of this process. */
package org.torchgraph.dataset.memory;
