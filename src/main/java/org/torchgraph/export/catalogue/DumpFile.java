package org.torchgraph.export.catalogue;

import org.torchgraph.export.Format;

/**
 * A dump as it lies ready.
 *
 * @param bytes its length, without content coding
 * @param sha256 its digest, in hexadecimal digits
 */
public record DumpFile(Format format, long bytes, String sha256) {}
