package org.torchgraph.publication;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.VOID;
import org.apache.jena.vocabulary.XSD;

/**
 * Reads the prefixes of a publication: the declarations of {@code ontology/prefixes.ttl} in the form of SHACL §5.2.1,
 * and those of the heads of its files.
 */
public final class PrefixTable {
    static final String FILE = "ontology/prefixes.ttl";

    private PrefixTable() {}

    /**
     * Returns the prefixes of a publication: those of its table, or a few well-known ones if it has none; then those of
     * the heads of its files, the first file first, whose prefix and namespace are not taken yet.
     *
     * @param files by path
     */
    static PrefixMap read(List<DataFile> files, List<PublicationFile> sources) {
        PrefixMap table = declaredIn(files.stream()
                .filter(file -> file.file().equals(FILE))
                .flatMap(file -> file.quads().stream())
                .toList());
        Map<String, String> prefixes = new HashMap<>(table.getMapping());
        Set<String> namespaces = new HashSet<>(prefixes.values());
        sources.parallelStream()
                .filter(file -> !file.plainName().equals(FILE))
                .map(HeadPrefixes::of)
                .toList()
                .forEach(head -> head.forEach((prefix, namespace) -> {
                    if (!prefixes.containsKey(prefix) && namespaces.add(namespace)) {
                        prefixes.put(prefix, namespace);
                    }
                }));
        return PrefixMapFactory.unmodifiablePrefixMap(PrefixMapFactory.create(prefixes));
    }

    /** Returns the prefixes that statements declare; a few well-known ones if they declare none. */
    static PrefixMap declaredIn(List<Quad> quads) {
        Map<Node, String> prefixes = new HashMap<>();
        Map<Node, String> namespaces = new HashMap<>();
        quads.forEach(quad -> {
            put(quad, SHACL.prefix, prefixes);
            put(quad, SHACL.namespace, namespaces);
        });
        PrefixMap table = PrefixMapFactory.create();
        prefixes.forEach((declaration, prefix) -> {
            if (namespaces.containsKey(declaration)) {
                table.add(prefix, namespaces.get(declaration));
            }
        });
        return PrefixMapFactory.unmodifiablePrefixMap(table.isEmpty() ? wellKnown() : table);
    }

    private static void put(Quad quad, Node property, Map<Node, String> into) {
        if (quad.getPredicate().equals(property) && quad.getObject().isLiteral()) {
            into.put(quad.getSubject(), quad.getObject().getLiteralLexicalForm());
        }
    }

    /** Returns whether a prefix of a file and its namespace can serve in names of every syntax. */
    public static boolean isUsual(String prefix, String namespace) {
        return HeadPrefixes.isUsual(prefix, namespace);
    }

    /** Returns the prefixes of a publication that declares none. */
    public static PrefixMap wellKnown() {
        return PrefixMapFactory.create(Map.of(
                "dct", DCTerms.NS,
                "owl", OWL2.NS,
                "rdf", RDF.uri,
                "rdfs", RDFS.uri,
                "skos", SKOS.uri,
                "void", VOID.NS,
                "xsd", XSD.NS));
    }
}
