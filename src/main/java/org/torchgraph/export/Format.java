package org.torchgraph.export;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The forms in which RDF leaves the program, in the order in which they are offered. */
public enum Format {
    TURTLE("Turtle", "ttl", "text/turtle", false),
    JSONLD("JSON-LD", "jsonld", "application/ld+json", false),
    NTRIPLES("N-Triples", "nt", "application/n-triples", false),
    RDFXML("RDF/XML", "rdf", "application/rdf+xml", false),
    TRIG("TriG", "trig", "application/trig", true),
    NQUADS("N-Quads", "nq", "application/n-quads", true);

    private final String label;
    private final String suffix;
    private final String mediaType;
    private final boolean graphs;

    Format(String label, String suffix, String mediaType, boolean graphs) {
        this.label = label;
        this.suffix = suffix;
        this.mediaType = mediaType;
        this.graphs = graphs;
    }

    /** Its name in its specification. */
    public String label() {
        return label;
    }

    /** What a file name or an address ends with, without the dot. */
    public String suffix() {
        return suffix;
    }

    /** The media type without parameters. */
    public String mediaType() {
        return mediaType;
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
