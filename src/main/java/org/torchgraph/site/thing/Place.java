package org.torchgraph.site.thing;

import org.torchgraph.resource.Passage;
import org.torchgraph.site.words.Shown;
import org.torchgraph.site.words.Wording;

/**
 * Where in a source something is written.
 *
 * @param evidence the evidence, as a link
 * @param source the source, or null
 * @param lines first and last, or empty
 * @param digest of the passage, or empty
 */
public record Place(Shown evidence, Shown source, String lines, String digest) {

    static Place of(Passage passage, Wording wording) {
        return new Place(
                wording.show(passage.evidence()),
                passage.source() == null ? null : wording.show(passage.source()),
                passage.lines().replace("-", "–"),
                passage.sha256());
    }
}
