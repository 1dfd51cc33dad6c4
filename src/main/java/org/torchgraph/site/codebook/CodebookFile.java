package org.torchgraph.site.codebook;

/**
 * The plain CSV file of a question, whose parameters have their defaults.
 *
 * @param codebook what its columns hold
 * @param bytes its length
 * @param sha256 its digest in hex
 */
public record CodebookFile(Codebook codebook, long bytes, String sha256) {
    /** Returns the name of the file. */
    String fileName() {
        return codebook.question().name() + ".csv";
    }
}
