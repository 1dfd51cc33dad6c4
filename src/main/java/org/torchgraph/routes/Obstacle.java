package org.torchgraph.routes;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.torchgraph.http.PercentEncoding;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Message;

/** A reason why a path cannot carry an IRI unchanged through all clients, proxies, servers and file systems. */
public enum Obstacle {
    QUERY(Code.OBSTACLE_QUERY),
    PARAMETER(Code.OBSTACLE_PARAMETER),
    DELIMITER(Code.OBSTACLE_DELIMITER),
    EMPTY_SEGMENT(Code.OBSTACLE_EMPTY_SEGMENT),
    DOT_SEGMENT(Code.OBSTACLE_DOT_SEGMENT),
    HIDDEN(Code.OBSTACLE_HIDDEN),
    FORM_SUFFIX(Code.OBSTACLE_FORM_SUFFIX),
    INVISIBLE(Code.OBSTACLE_INVISIBLE),
    NOT_UTF8(Code.OBSTACLE_NOT_UTF8),
    TOO_LONG(Code.OBSTACLE_TOO_LONG);

    /** The suffixes of the forms of documents. */
    public static final List<String> FORM_SUFFIXES = List.of("html", "md", "ttl", "jsonld", "nt", "rdf");

    /** File systems allow 255 octets; a language, a page number and a suffix are added. */
    private static final int MAX_SEGMENT_OCTETS = 200;

    private static final int MAX_PATH_OCTETS = 1000;

    /** The only name with a leading dot that such servers serve (RFC 8615). */
    private static final String WELL_KNOWN = ".well-known";

    private final Code reason;

    Obstacle(Code reason) {
        this.reason = reason;
    }

    /** Returns a clause that says what happens to such a name. */
    public Message reason() {
        return Message.of(reason);
    }

    /**
     * Returns the obstacles in the name of an IRI.
     *
     * @param name the part of the IRI after the base, without fragment
     */
    static Set<Obstacle> in(String name) {
        Set<Obstacle> found = EnumSet.noneOf(Obstacle.class);
        if (name.indexOf('?') >= 0) {
            found.add(QUERY);
        }
        if (name.indexOf(';') >= 0) {
            found.add(PARAMETER);
        }
        if (name.isEmpty() || name.startsWith("/") || name.contains("//")) {
            found.add(EMPTY_SEGMENT);
        }
        int length = 0;
        for (String segment : name.split("/")) {
            Optional<String> text = PercentEncoding.text(segment);
            if (text.isEmpty()) {
                found.add(NOT_UTF8);
            } else {
                add(text.get(), found);
                length += PercentEncoding.octets(text.get()) + 1;
            }
        }
        if (length > MAX_PATH_OCTETS) {
            found.add(TOO_LONG);
        }
        return found;
    }

    /**
     * Returns the obstacles in an IRI of any site: clients remove its dot segments, or readers cannot see all of its
     * characters.
     */
    public static Set<Obstacle> inWeb(String iri) {
        Set<Obstacle> found = EnumSet.noneOf(Obstacle.class);
        String path = IriPaths.whole(iri).replaceFirst("[?].*", "");
        if (path.matches("(?i)https?:.*") && List.of(path.split("/")).stream().anyMatch(Obstacle::isDots)) {
            found.add(DOT_SEGMENT);
        }
        PercentEncoding.text(iri)
                .filter(text -> text.codePoints().anyMatch(c -> c != ' ' && !PercentEncoding.isVisible(c)))
                .ifPresent(text -> found.add(INVISIBLE));
        return found;
    }

    private static boolean isDots(String segment) {
        return segment.equals(".") || segment.equals("..");
    }

    private static void add(String segment, Set<Obstacle> found) {
        if (segment.chars().anyMatch(c -> c == '/' || c == '\\' || c == '%')) {
            found.add(DELIMITER);
        }
        if (isDots(segment)) {
            found.add(DOT_SEGMENT);
        } else if (segment.startsWith(".") && !segment.equals(WELL_KNOWN)) {
            found.add(HIDDEN);
        }
        if (Stream.concat(FORM_SUFFIXES.stream(), Stream.of(SiteRoute.FEED_SUFFIX))
                .anyMatch(suffix -> segment.endsWith("." + suffix))) {
            found.add(FORM_SUFFIX);
        }
        if (segment.codePoints().anyMatch(c -> c != ' ' && !PercentEncoding.isVisible(c))) {
            found.add(INVISIBLE);
        }
        if (PercentEncoding.octets(segment) > MAX_SEGMENT_OCTETS) {
            found.add(TOO_LONG);
        }
    }
}
