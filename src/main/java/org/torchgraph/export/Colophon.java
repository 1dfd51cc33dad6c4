package org.torchgraph.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.system.G;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.VOID;
import org.torchgraph.publication.digest.SortedNQuads;

/**
 * What a file says of itself in the comments that it opens with, where its format has comments.
 *
 * @param licence IRI of the licence that the catalogue names
 * @param version the dataset version
 */
public record Colophon(Optional<String> licence, String version) {

    /** Of the dataset whose {@code void:uriSpace} is the base. */
    public static Colophon of(Graph data, String base, String version) {
        return new Colophon(
                data.stream(Node.ANY, VOID.uriSpace.asNode(), NodeFactory.createLiteralString(base))
                        .map(Triple::getSubject)
                        .flatMap(dataset -> G.listSP(data, dataset, DCTerms.license.asNode()).stream())
                        .filter(Node::isURI)
                        .map(Node::getURI)
                        .min(String::compareTo),
                version);
    }

    /**
     * The comments, with the line ends of a file; empty for a format without comments.
     *
     * @param digest of the statements, see {@link SortedNQuads}
     */
    String text(Format format, Supplier<String> digest) {
        if (format == Format.JSONLD) {
            return "";
        }
        List<String> lines = new ArrayList<>();
        licence.ifPresent(iri -> lines.add("Licence: " + iri));
        lines.add("Dataset version: " + version);
        lines.add(SortedNQuads.DIGEST + digest.get());
        return format == Format.RDFXML
                ? "<!-- " + String.join("\n     ", lines).replace("--", "%2D%2D") + " -->\n"
                : "# " + String.join("\n# ", lines) + "\n";
    }
}
