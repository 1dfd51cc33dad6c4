package org.torchgraph.http;

import java.util.Optional;

/**
 * One link of the {@code Link} header field (RFC 8288), written in ASCII.
 *
 * @param target IRI or reference; characters that a URI does not allow are percent-encoded when written
 * @param rel relation type: {@code alternate}, {@code describes}, or an IRI
 * @param type the media type to expect at the target
 */
public record Link(String target, String rel, Optional<String> type) {

    /** Returns a link without a media type. */
    public static Link to(String target, String rel) {
        return new Link(target, rel, Optional.empty());
    }

    /** Returns the same link with the media type of its target. */
    public Link type(String mediaType) {
        return new Link(target, rel, Optional.of(mediaType));
    }

    /** Returns the same link with its target below the mount. */
    public Link at(Mount mount) {
        return new Link(mount.of(target), rel, type);
    }

    @Override
    public String toString() {
        return "<" + PercentEncoding.ascii(target) + ">; rel=" + HeaderText.quote(rel)
                + type.map(named -> "; type=" + HeaderText.quote(named)).orElse("");
    }
}
