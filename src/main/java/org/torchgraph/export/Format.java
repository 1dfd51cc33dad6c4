package org.torchgraph.export;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The forms in which RDF leaves the program, in the order in which they are offered. */
public enum Format {
    TURTLE("ttl", "text/turtle", false),
    JSONLD("jsonld", "application/ld+json", false),
    NTRIPLES("nt", "application/n-triples", false),
    RDFXML("rdf", "application/rdf+xml", false),
    TRIG("trig", "application/trig", true),
    NQUADS("nq", "application/n-quads", true);

    private final String suffix;
    private final String mediaType;
    private final boolean graphs;

    Format(String suffix, String mediaType, boolean graphs) {
        this.suffix = suffix;
        this.mediaType = mediaType;
        this.graphs = graphs;
    }

    /** What a file name or an address ends with, without the dot. */
    public String suffix() {
        return suffix;
    }

    /** The media type without parameters. */
    public String mediaType() {
        return mediaType;
    }

    /** The value of {@code Content-Type}: the one {@code text/} type names its charset, the others imply UTF-8. */
    public String contentType() {
        return mediaType.startsWith("text/") ? mediaType + ";charset=utf-8" : mediaType;
    }

    /** The name on the command line. */
    public String optionName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Whether a dump keeps the named graphs apart. JSON-LD can, but its readers mostly look at the default graph alone,
     * and so it is given the union.
     */
    public boolean holdsGraphs() {
        return graphs;
    }

    public static Optional<Format> bySuffix(String suffix) {
        return by(Format::suffix, suffix);
    }

    public static Optional<Format> byOptionName(String name) {
        return by(Format::optionName, name);
    }

    private static Optional<Format> by(Function<Format, String> property, String value) {
        return Stream.of(values())
                .filter(format -> property.apply(format).equals(value))
                .findFirst();
    }
}
