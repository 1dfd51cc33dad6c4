package org.torchgraph.export;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.torchgraph.rdf.syntax.Expressiveness;

/** The forms in which RDF leaves the program, in the order in which they are offered. */
public enum Format {
    TURTLE("Turtle", "ttl", "text/turtle", false, Expressiveness.TURTLE),
    JSONLD("JSON-LD", "jsonld", "application/ld+json", false, Expressiveness.JSON_LD),
    NTRIPLES("N-Triples", "nt", "application/n-triples", false, Expressiveness.LINES),
    RDFXML("RDF/XML", "rdf", "application/rdf+xml", false, Expressiveness.RDF_XML),
    TRIG("TriG", "trig", "application/trig", true, Expressiveness.TURTLE),
    NQUADS("N-Quads", "nq", "application/n-quads", true, Expressiveness.LINES);

    private final String label;
    private final String suffix;
    private final String mediaType;
    private final boolean graphs;
    private final Expressiveness expressiveness;

    Format(String label, String suffix, String mediaType, boolean graphs, Expressiveness expressiveness) {
        this.label = label;
        this.suffix = suffix;
        this.mediaType = mediaType;
        this.graphs = graphs;
        this.expressiveness = expressiveness;
    }

    /** What it can say. */
    public Expressiveness expressiveness() {
        return expressiveness;
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
