package org.torchgraph.check;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.DC_11;
import org.apache.jena.vocabulary.OA;
import org.apache.jena.vocabulary.ORG;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.SchemaDO;
import org.apache.jena.vocabulary.VOID;
import org.apache.jena.vocabulary.XSD;

/**
 * The terms of common vocabularies, by which invented terms are detected. Jena's constants provide some; lists in
 * {@code vocabularies/} provide the others, each with its source and the date on which it was read.
 */
final class Vocabularies {
    /** The graph in which rules find the terms: each is {@code rdfs:isDefinedBy} its namespace. */
    static final Node GRAPH = NodeFactory.createURI("urn:x-torchgraph:vocabularies");

    private static final Map<String, Class<?>> OF_JENA = Map.ofEntries(
            Map.entry(DCAT.NS, DCAT.class),
            Map.entry(DCTerms.NS, DCTerms.class),
            Map.entry(DC_11.NS, DC_11.class),
            Map.entry(FOAF.NS, FOAF.class),
            Map.entry(OA.NS, OA.class),
            Map.entry(ORG.NS, ORG.class),
            Map.entry(OWL2.NS, OWL2.class),
            Map.entry(RDF.uri, RDF.class),
            Map.entry(RDFS.uri, RDFS.class),
            Map.entry(SHACL.NS, SHACL.class),
            Map.entry(SKOS.uri, SKOS.class),
            Map.entry(SchemaDO.NS, SchemaDO.class),
            Map.entry(VOID.NS, VOID.class),
            Map.entry(XSD.NS, XSD.class));

    static final List<String> LISTED = List.of(
            "adms", "dcat", "dct", "eli", "org", "prov", "qb", "qudt", "schema", "sdgo", "sh", "time", "unit", "vann",
            "xsd");

    private static final Pattern NAMESPACE = Pattern.compile("(?m)^# namespace: (\\S+)$");

    private Vocabularies() {}

    /** Returns the terms, which nobody changes. */
    static Graph terms() {
        return Terms.ALL;
    }

    /** Holds the terms once they are first asked for. */
    private static final class Terms {
        static final Graph ALL = read();
    }

    private static Graph read() {
        Graph terms = GraphMemFactory.createGraphMemIndexedSet();
        OF_JENA.forEach((namespace, constants) -> Stream.of(constants.getFields())
                .map(Vocabularies::iri)
                .filter(Objects::nonNull)
                .filter(iri -> iri.startsWith(namespace) && !iri.equals(namespace))
                .forEach(iri -> add(terms, namespace, iri)));
        LISTED.stream()
                .map(prefix -> Rules.resource("vocabularies/" + prefix + ".txt"))
                .forEach(list -> read(list, terms));
        return terms;
    }

    private static String iri(Field field) {
        try {
            Object constant = field.get(null);
            Node node = constant instanceof Resource term ? term.asNode() : constant instanceof Node term ? term : null;
            return node != null && node.isURI() ? node.getURI() : null;
        } catch (IllegalAccessException notPublic) {
            throw new IllegalStateException(notPublic);
        }
    }

    private static void read(String list, Graph terms) {
        Matcher namespace = NAMESPACE.matcher(list);
        if (!namespace.find()) {
            throw new IllegalStateException("a list of terms without namespace");
        }
        list.lines()
                .filter(line -> !line.startsWith("#"))
                .flatMap(line -> Stream.of(line.split(" ")))
                .forEach(name -> add(terms, namespace.group(1), namespace.group(1) + name));
    }

    private static void add(Graph terms, String namespace, String iri) {
        terms.add(NodeFactory.createURI(iri), RDFS.isDefinedBy.asNode(), NodeFactory.createURI(namespace));
    }
}
