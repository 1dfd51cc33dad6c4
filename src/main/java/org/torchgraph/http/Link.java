package org.torchgraph.http;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One value of the {@code Link} header (RFC 8288), in ASCII whatever it is made of.
 *
 * @param target IRI or reference; characters that a URI may not hold are percent-encoded when written
 * @param rel relation type: {@code alternate}, {@code describes}, or an IRI
 * @param type the media type to expect at the target
 */
public record Link(String target, String rel, Optional<String> type) {

    public static Link to(String target, String rel) {
        return new Link(target, rel, Optional.empty());
    }

    public Link type(String mediaType) {
        return new Link(target, rel, Optional.of(mediaType));
    }

    /** The same for clients who find the site at a mount. */
    public Link at(Mount mount) {
        return new Link(mount.of(target), rel, type);
    }

    /** The header that holds all of the links. */
    public static String header(List<Link> links) {
        return links.stream().map(Link::toString).collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return "<" + PercentEncoding.ascii(target) + ">; rel=" + HeaderText.quote(rel)
                + type.map(named -> "; type=" + HeaderText.quote(named)).orElse("");
    }
}
