package org.torchgraph.export.catalogue;

import org.torchgraph.export.Format;

/**
 * A dump that has been written.
 *
 * @param bytes its length in bytes, without content coding
 * @param sha256 its SHA-256 digest, in hex
 * @param format its format
 */
public record DumpFile(Format format, long bytes, String sha256) {}
