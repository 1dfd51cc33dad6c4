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

/** Compact IRIs of a JSON-LD document (JSON-LD 1.1 §4.1.5), and the context that they need. */
final class JsonLdNames {
    /** Datatypes that JSON-LD writes without naming them. */
    private static final Set<RDFDatatype> KEYWORDS = Set.of(XSDDatatype.XSDstring, RDFLangString.rdfLangString);

    private final LongestPrefix prefixes;
    private final Map<String, String> namespaces = new TreeMap<>();
    /** Kinds by the short name of the property. */
    private final Map<String, String> kinds = new TreeMap<>();

    private JsonLdNames(LongestPrefix prefixes) {
        this.prefixes = prefixes;
    }

    /** A name that is also the scheme of some IRI in the data cannot be a prefix: that IRI would be read wrongly. */
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

    /** For the properties of a whole dataset. */
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

    /** Only what has a short name can be coerced: the whole IRI stays for values that do not fit. */
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

    /** What the context says of all values of a property; a datatype by its whole IRI. */
    Optional<String> kind(Node property) {
        return kinds.isEmpty() ? Optional.empty() : Optional.ofNullable(kinds.get(ofIri(property.getURI())));
    }

    /** The terms that are written as such: types have a keyword. */
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

    /** Other namespaces must say that they are meant as prefixes. */
    private static boolean isPrefixByItself(String namespace) {
        return List.of(":", "/", "?", "#", "[", "]", "@").stream().anyMatch(namespace::endsWith);
    }
}
