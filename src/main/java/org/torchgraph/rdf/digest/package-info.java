/** Content digests and blank-node canonicalisation, used to compare publications and files. */
package org.torchgraph.rdf.digest;
