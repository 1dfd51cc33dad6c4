/** Access to a dataset, however it is stored: versions that can be read and queried. */
package org.torchgraph.dataset;
