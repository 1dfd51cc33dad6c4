/** What says of two publications, or of two files, that they hold the same: version, sorted lines, canonical labels. */
package org.torchgraph.rdf.digest;
