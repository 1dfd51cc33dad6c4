/** All that can be wrong with a publication, each as one finding with its place. */
package org.torchgraph.check;
