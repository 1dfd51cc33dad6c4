package org.torchgraph.site;

import java.util.List;
import java.util.OptionalLong;

/**
 * Where the whole can be had.
 *
 * @param dumps one a format
 */
public record ExportPage(List<Dump> dumps) {

    /**
     * The whole publication in one format.
     *
     * @param suffix of the file, as {@code ttl}
     * @param name of the format
     * @param type media type
     * @param graphs whether it keeps the named graphs
     * @param bytes its size, if known
     */
    public record Dump(String suffix, String name, String type, boolean graphs, OptionalLong bytes) {

        public String path() {
            return "/export/torchgraph." + suffix;
        }

        /** Size in units of 1000 bytes, at least 1; only when it is known. */
        public long kilobytes() {
            return Math.max(1, Math.round(bytes.orElseThrow() / 1000.0));
        }
    }

    /** The formats in which the program writes the whole, their sizes unknown. */
    public static ExportPage ofUnknownSizes() {
        OptionalLong unknown = OptionalLong.empty();
        return new ExportPage(List.of(
                new Dump("ttl", "Turtle", "text/turtle", false, unknown),
                new Dump("nt", "N-Triples", "application/n-triples", false, unknown),
                new Dump("rdf", "RDF/XML", "application/rdf+xml", false, unknown),
                new Dump("jsonld", "JSON-LD", "application/ld+json", true, unknown),
                new Dump("trig", "TriG", "application/trig", true, unknown),
                new Dump("nq", "N-Quads", "application/n-quads", true, unknown)));
    }
}
