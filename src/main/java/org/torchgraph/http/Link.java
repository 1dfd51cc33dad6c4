package org.torchgraph.http;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One value of the {@code Link} header (RFC 8288), in ASCII whatever it is made of.
 *
 * @param target IRI or reference; characters that a URI may not hold are percent-encoded when written
 * @param parameters {@code rel} and the target attributes, in the order written
 */
public record Link(String target, Map<String, String> parameters) {
    private static final String VALUE_CHARACTERS = "!#$&+-.^_`|~";

    public Link {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** A link of a relation type: {@code alternate}, {@code canonical}, {@code describedby}, or an IRI. */
    public static Link to(String target, String rel) {
        return new Link(target, Map.of("rel", rel));
    }

    /** The media type to expect at the target. */
    public Link type(String mediaType) {
        return with("type", mediaType);
    }

    /** The language of the target. */
    public Link hreflang(String tag) {
        return with("hreflang", tag);
    }

    /** A name for people, in any script. */
    public Link title(String text) {
        return with("title", text);
    }

    /** The IRI that the link is from, where that is not what was asked for. */
    public Link anchor(String iri) {
        return with("anchor", PercentEncoding.ascii(iri));
    }

    /** With one more target attribute. */
    public Link with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(parameters);
        more.put(name, value);
        return new Link(target, more);
    }

    /** The header that holds all of the links. */
    public static String header(List<Link> links) {
        return links.stream().map(Link::toString).collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return parameters.entrySet().stream()
                .map(each -> attribute(each.getKey(), each.getValue()))
                .collect(Collectors.joining("", "<" + PercentEncoding.ascii(target) + ">", ""));
    }

    private static String attribute(String name, String value) {
        return StandardCharsets.US_ASCII.newEncoder().canEncode(value)
                ? "; " + name + "=" + HeaderText.quote(value)
                : "; " + name + "*=UTF-8''" + extended(value);
    }

    /** RFC 8187 §3.2.1. */
    private static String extended(String value) {
        StringBuilder out = new StringBuilder();
        for (byte octet : value.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xff);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || VALUE_CHARACTERS.indexOf(c) >= 0);
            out.append(plain ? String.valueOf(c) : String.format("%%%02X", octet));
        }
        return out.toString();
    }
}
