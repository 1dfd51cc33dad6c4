package org.torchgraph.rdf.syntax;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import java.io.StringWriter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.torchgraph.rdf.order.NamedGraphs;
import org.torchgraph.rdf.order.Nesting;
import org.torchgraph.rdf.order.ShortIris;
import org.torchgraph.rdf.order.SortedTriples;
import org.torchgraph.rdf.order.TermOrder;

/**
 * Writes JSON-LD 1.1. The context has the prefixes and coercions of {@link #context} that the document needs, so that a
 * reader need not fetch anything.
 *
 * <p>Titanium's compaction is not used because it writes language tags in lower case and has no fixed order.
 */
public final class JsonLd {
    private static final JsonGeneratorFactory GENERATORS =
            Json.createGeneratorFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true));
    private static final Node TYPE = RDF.type.asNode();

    private final TermOrder order;
    private final JsonLdNames names;
    private final StringWriter text = new StringWriter();
    private final JsonGenerator json = GENERATORS.createGenerator(text);

    private JsonLd(PrefixMap prefixes, JsonLdNames names) {
        this.order = new TermOrder(new ShortIris(prefixes, Optional.empty()));
        this.names = names;
    }

    /**
     * Returns the JSON-LD document of a dataset.
     *
     * @param prefixes the prefixes for compact IRIs; unused ones are left out
     * @param coercions the common kinds of property values
     * @param graphs the statements
     */
    public static String text(PrefixMap prefixes, Coercions coercions, NamedGraphs graphs) {
        JsonLd document = new JsonLd(prefixes, JsonLdNames.of(prefixes, coercions, graphs));
        document.write(graphs);
        return document.text + "\n";
    }

    /** Returns a document that has only a context, with all properties of a dataset. */
    public static String context(PrefixMap prefixes, Coercions coercions) {
        JsonLd document = new JsonLd(prefixes, JsonLdNames.all(prefixes, coercions));
        document.json.writeStartObject();
        document.names.writeContext(document.json);
        document.json.writeEnd().close();
        return document.text + "\n";
    }

    private void write(NamedGraphs graphs) {
        json.writeStartObject();
        names.writeContext(json);
        json.writeStartArray("@graph");
        graphs.byName().forEach((name, triples) -> {
            if (Quad.isDefaultGraph(name)) {
                nodes(triples, graphs.shared());
            } else {
                json.writeStartObject().write("@id", names.of(name)).writeStartArray("@graph");
                nodes(triples, graphs.shared());
                json.writeEnd().writeEnd();
            }
        });
        json.writeEnd().writeEnd().close();
    }

    private void nodes(Collection<Triple> triples, Set<Node> shared) {
        SortedTriples sorted = SortedTriples.of(triples, order);
        Nesting nesting = new Nesting(sorted, shared);
        for (Node subject : sorted.subjects()) {
            if (!nesting.isNested(subject)) {
                json.writeStartObject();
                if (!subject.isBlank() || !nesting.isUnnamed(subject)) {
                    json.write("@id", names.of(subject));
                }
                properties(subject, sorted, nesting);
                json.writeEnd();
            }
        }
    }

    private void properties(Node subject, SortedTriples sorted, Nesting nesting) {
        sorted.properties(subject).forEach((predicate, objects) -> {
            if (predicate.equals(TYPE)) {
                types(objects.stream().filter(Node::isURI).map(names::of).toList());
                property(predicate, objects.stream().filter(o -> !o.isURI()).toList(), sorted, nesting);
            } else {
                property(predicate, objects, sorted, nesting);
            }
        });
    }

    private void types(List<String> types) {
        if (types.size() == 1) {
            json.write("@type", types.get(0));
        } else if (!types.isEmpty()) {
            json.writeStartArray("@type");
            types.forEach(json::write);
            json.writeEnd();
        }
    }

    private void property(Node predicate, List<Node> objects, SortedTriples sorted, Nesting nesting) {
        Optional<String> kind = names.kind(predicate);
        Map<Boolean, List<Node>> fitting = objects.stream()
                .collect(Collectors.partitioningBy(
                        object -> kind.filter(Coercions.kind(object)::equals).isPresent()));
        if (!fitting.get(true).isEmpty()) {
            json.writeKey(names.of(predicate));
            if (kind.get().equals(Coercions.LANGUAGE)) {
                byLanguage(fitting.get(true));
            } else {
                each(
                        fitting.get(true),
                        object -> json.write(object.isURI() ? names.of(object) : object.getLiteralLexicalForm()));
            }
        }
        if (!fitting.get(false).isEmpty()) {
            // The coercion of the compact name does not apply to these values.
            json.writeKey(kind.isPresent() ? predicate.getURI() : names.of(predicate));
            each(fitting.get(false), object -> value(object, sorted, nesting));
        }
    }

    private void byLanguage(List<Node> texts) {
        Map<String, List<Node>> byTag = texts.stream()
                .collect(Collectors.groupingBy(Node::getLiteralLanguage, LinkedHashMap::new, Collectors.toList()));
        json.writeStartObject();
        byTag.forEach((tag, ofTag) -> {
            json.writeKey(tag);
            each(ofTag, text -> json.write(text.getLiteralLexicalForm()));
        });
        json.writeEnd();
    }

    private void each(List<Node> objects, Consumer<Node> writer) {
        if (objects.size() == 1) {
            writer.accept(objects.get(0));
        } else {
            json.writeStartArray();
            objects.forEach(writer);
            json.writeEnd();
        }
    }

    private void value(Node object, SortedTriples sorted, Nesting nesting) {
        if (object.isLiteral()) {
            literal(object);
            return;
        }
        json.writeStartObject();
        if (!nesting.isBracketed(object)) {
            json.write("@id", names.of(object));
        } else {
            nesting.list(object)
                    .ifPresentOrElse(
                            items -> {
                                json.writeStartArray("@list");
                                items.forEach(item -> value(item, sorted, nesting));
                                json.writeEnd();
                            },
                            () -> properties(object, sorted, nesting));
        }
        json.writeEnd();
    }

    /** Writes a literal. Numbers stay strings because JSON does not distinguish 4.0 from 4. */
    private void literal(Node literal) {
        String lexical = literal.getLiteralLexicalForm();
        if (!literal.getLiteralLanguage().isEmpty()) {
            json.writeStartObject()
                    .write("@language", literal.getLiteralLanguage())
                    .write("@value", lexical)
                    .writeEnd();
        } else if (XSDDatatype.XSDstring.equals(literal.getLiteralDatatype())) {
            json.write(lexical);
        } else {
            json.writeStartObject()
                    .write("@type", names.ofIri(literal.getLiteralDatatypeURI()))
                    .write("@value", lexical)
                    .writeEnd();
        }
    }
}
