package org.torchgraph.draft.text;

import org.torchgraph.publication.evidence.SourceText;

/**
 * A passage of a source, given by its position and digest.
 *
 * @param start the first code point, counted from 0
 * @param end the code point after the last
 * @param lines the lines of the passage as an RFC 5147 fragment
 * @param sha256 the SHA-256 digest of the passage as evidence states it
 */
public record PassageRange(int start, int end, String lines, String sha256) {

    static PassageRange of(SourceText source, int start, int end) {
        return new PassageRange(start, end, source.lineFragment(start, end), source.passageDigest(start, end));
    }
}
