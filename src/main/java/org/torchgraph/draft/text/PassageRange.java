package org.torchgraph.draft.text;

import org.torchgraph.publication.evidence.SourceText;

/**
 * A range of a source.
 *
 * @param start first code point, counted from 0
 * @param end code point after the last
 * @param lines the lines it is on, as RFC 5147 writes them
 * @param sha256 digest of the passage as evidence states it
 */
public record PassageRange(int start, int end, String lines, String sha256) {

    static PassageRange of(SourceText source, int start, int end) {
        return new PassageRange(start, end, source.lineFragment(start, end), source.passageDigest(start, end));
    }
}
