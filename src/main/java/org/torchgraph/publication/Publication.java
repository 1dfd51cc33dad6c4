package org.torchgraph.publication;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.sparql.core.Quad;

/**
 * A folder of {@code ontology/}, {@code data/} and {@code queries/}, read whole.
 *
 * @param root the folder
 * @param base the IRI that the publication's own IRIs begin with, ending in {@code /} or {@code #}
 * @param version digest of the content, the same for the same content on any machine (32 hex digits)
 * @param prefixes the prefix table: what {@code ontology/prefixes.ttl} declares with {@code sh:declare}, or a few
 *     well-known ones
 * @param data the RDF files, by path
 * @param queries the query files, by name
 * @param rules the files of {@code ontology/rules/}, by name
 * @param faults what is wrong in the files, by place; what could not be read is not in the data
 */
public record Publication(
        Path root,
        String base,
        String version,
        PrefixMap prefixes,
        List<DataFile> data,
        List<QueryFile> queries,
        List<QueryFile> rules,
        List<Fault> faults) {

    /** All statements, each in its named graph. */
    public Stream<Quad> quads() {
        return data.stream().flatMap(file -> file.quads().stream());
    }

    /** An IRI as the files write it: without the base if it is below it. */
    public String relative(String iri) {
        return iri.startsWith(base) ? iri.substring(base.length()) : iri;
    }

    /** A node as a message names it: by prefix, else without the base; a blank node as {@code []}. */
    public String shown(Node node) {
        if (!node.isURI()) {
            return node.isBlank() ? "[]" : node.toString();
        }
        String abbreviated = prefixes.abbreviate(node.getURI());
        return abbreviated != null ? abbreviated : "<" + relative(node.getURI()) + ">";
    }
}
