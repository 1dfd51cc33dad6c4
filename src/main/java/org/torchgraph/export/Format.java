package org.torchgraph.export;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.torchgraph.rdf.syntax.Expressiveness;

/** The RDF formats that the program writes, in the order in which it offers them. */
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

    /** Returns what the format can express. */
    public Expressiveness expressiveness() {
        return expressiveness;
    }

    /** Returns the name of the format in its specification. */
    public String label() {
        return label;
    }

    /** Returns the extension of file names and paths, without the dot. */
    public String suffix() {
        return suffix;
    }

    /** Returns the name of the file that holds the whole dataset in this format, under the name of dumps. */
    public String fileName(String dumpName) {
        return dumpName + "." + suffix;
    }

    /** Returns the media type without parameters. */
    public String mediaType() {
        return mediaType;
    }

    /** Returns the name of the format on the command line. */
    public String optionName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns whether a dump in this format keeps the named graphs apart. JSON-LD could, but most of its readers use
     * the default graph only, so its dumps hold the union.
     */
    public boolean holdsGraphs() {
        return graphs;
    }

    /** Returns the format with an extension. */
    public static Optional<Format> bySuffix(String suffix) {
        return by(Format::suffix, suffix);
    }

    /** Returns the format of a dump by its file name. */
    public static Optional<Format> byFileName(String name, String dumpName) {
        return by(format -> format.fileName(dumpName), name);
    }

    /** Returns the names of all formats on the command line, separated by commas. */
    public static String optionNames() {
        return Stream.of(values()).map(Format::optionName).collect(Collectors.joining(", "));
    }

    /** Returns the format with a name on the command line. */
    public static Optional<Format> byOptionName(String name) {
        return by(Format::optionName, name);
    }

    private static Optional<Format> by(Function<Format, String> property, String value) {
        return Stream.of(values())
                .filter(format -> property.apply(format).equals(value))
                .findFirst();
    }
}
