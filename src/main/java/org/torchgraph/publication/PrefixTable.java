package org.torchgraph.publication;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/** Reads the prefix declarations of {@code ontology/prefixes.ttl} in the form of SHACL §5.2.1. */
public final class PrefixTable {
    static final String FILE = "ontology/prefixes.ttl";

    private PrefixTable() {}

    /** Returns the prefixes of a publication; a few well-known ones if it declares none. */
    static PrefixMap read(List<DataFile> files) {
        return declaredIn(files.stream()
                .filter(file -> file.file().equals(FILE))
                .flatMap(file -> file.quads().stream())
                .toList());
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
