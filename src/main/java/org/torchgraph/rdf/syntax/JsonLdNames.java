package org.torchgraph.rdf.syntax;

import jakarta.json.stream.JsonGenerator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.lib.Pair;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.datatypes.xsd.impl.RDFLangString;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.torchgraph.rdf.order.LongestPrefix;
import org.torchgraph.rdf.order.NamedGraphs;

/** The compact IRIs of a JSON-LD document (JSON-LD 1.1 §4.1.5) and the context that defines them. */
final class JsonLdNames {
    /** The datatypes that JSON-LD expresses without an IRI. */
    private static final Set<RDFDatatype> KEYWORDS = Set.of(XSDDatatype.XSDstring, RDFLangString.rdfLangString);

    private final LongestPrefix prefixes;
    private final Map<String, String> namespaces = new TreeMap<>();
    /** The kind of each coerced property, by its compact IRI. */
    private final Map<String, String> kinds = new TreeMap<>();

    private JsonLdNames(LongestPrefix prefixes) {
        this.prefixes = prefixes;
    }

    /**
     * Collects the names of a document. A prefix equal to the scheme of an IRI in the data is not used, because that
     * IRI would be read as a compact one.
     */
    static JsonLdNames of(PrefixMap prefixes, Coercions coercions, NamedGraphs graphs) {
        Set<String> iris = new HashSet<>();
        graphs.byName().forEach((name, triples) -> {
            addIri(name, iris);
            triples.stream().flatMap(JsonLdNames::terms).forEach(term -> addIri(term, iris));
        });
        Set<String> schemes = iris.stream()
                .filter(iri -> iri.indexOf(':') > 0)
                .map(iri -> iri.substring(0, iri.indexOf(':')))
                .collect(Collectors.toSet());
        JsonLdNames names = without(schemes, prefixes);
        iris.forEach(names::ofIri);
        graphs.byName().values().stream()
                .flatMap(List::stream)
                .map(Triple::getPredicate)
                .distinct()
                .forEach(property -> names.coerce(property, coercions));
        return names;
    }

    /** Collects the names of all properties of a dataset. */
    static JsonLdNames all(PrefixMap prefixes, Coercions coercions) {
        JsonLdNames names = without(Set.of(), prefixes);
        prefixes.forEach((prefix, namespace) -> names.ofIri(namespace + "x"));
        coercions.all().keySet().forEach(property -> names.coerce(property, coercions));
        return names;
    }

    private static JsonLdNames without(Set<String> schemes, PrefixMap prefixes) {
        PrefixMap usable = PrefixMapFactory.create(prefixes);
        usable.delete("");
        schemes.forEach(usable::delete);
        return new JsonLdNames(new LongestPrefix(usable));
    }

    /**
     * Adds a coercion. Only a property with a compact IRI is coerced: its full IRI is needed for values of another
     * kind.
     */
    private void coerce(Node property, Coercions coercions) {
        coercions
                .of(property)
                .filter(kind -> !property.equals(RDF.type.asNode()))
                .ifPresent(kind -> {
                    String name = ofIri(property.getURI());
                    if (!name.equals(property.getURI())) {
                        kinds.put(name, kind);
                        ofKind(kind);
                    }
                });
    }

    /** Returns the coercion of a property: a keyword or the full IRI of a datatype. */
    Optional<String> kind(Node property) {
        return kinds.isEmpty() ? Optional.empty() : Optional.ofNullable(kinds.get(ofIri(property.getURI())));
    }

    /** Returns the terms of a triple that are written as IRIs; {@code rdf:type} has a keyword instead. */
    private static Stream<Node> terms(Triple triple) {
        Stream<Node> ends = Stream.of(triple.getSubject(), triple.getObject());
        return triple.getPredicate().equals(RDF.type.asNode())
                        && triple.getObject().isURI()
                ? ends
                : Stream.concat(ends, Stream.of(triple.getPredicate()));
    }

    private static void addIri(Node term, Set<String> iris) {
        if (term.isURI() && !Quad.isDefaultGraph(term)) {
            iris.add(term.getURI());
        } else if (term.isLiteral() && !KEYWORDS.contains(term.getLiteralDatatype())) {
            iris.add(term.getLiteralDatatypeURI());
        }
    }

    String of(Node term) {
        return term.isBlank() ? "_:" + term.getBlankNodeLabel() : ofIri(term.getURI());
    }

    String ofIri(String iri) {
        Optional<Pair<String, String>> pair = Optional.ofNullable(prefixes.abbrev(iri))
                .filter(found ->
                        !found.getRight().isEmpty() && !found.getRight().startsWith("//"));
        pair.ifPresent(found -> namespaces.put(found.getLeft(), prefixes.get(found.getLeft())));
        return pair.map(found -> found.getLeft() + ":" + found.getRight()).orElse(iri);
    }

    private String ofKind(String kind) {
        return kind.startsWith("@") ? kind : ofIri(kind);
    }

    void writeContext(JsonGenerator json) {
        json.writeStartObject("@context");
        namespaces.forEach((prefix, namespace) -> {
            if (isPrefixByItself(namespace)) {
                json.write(prefix, namespace);
            } else {
                json.writeStartObject(prefix)
                        .write("@id", namespace)
                        .write("@prefix", true)
                        .writeEnd();
            }
        });
        kinds.forEach((name, kind) -> json.writeStartObject(name)
                .write(kind.equals(Coercions.LANGUAGE) ? "@container" : "@type", ofKind(kind))
                .writeEnd());
        json.writeEnd();
    }

    /** Returns whether the namespace ends in a character that makes its term a prefix; others need {@code @prefix}. */
    private static boolean isPrefixByItself(String namespace) {
        return List.of(":", "/", "?", "#", "[", "]", "@").stream().anyMatch(namespace::endsWith);
    }
}
