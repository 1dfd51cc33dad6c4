package org.torchgraph.server.search;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.torchgraph.http.Mount;
import org.torchgraph.model.Labels;
import org.torchgraph.search.Facet;
import org.torchgraph.search.Hits;
import org.torchgraph.search.SearchRequest;
import org.torchgraph.server.version.PublishedVersion;

/** Serialises hits as JSON, independently of the client's language; {@code docs/http.md} describes the format. */
final class SearchJson {
    private SearchJson() {}

    static byte[] of(PublishedVersion version, Mount mount, SearchRequest wanted, Hits found) {
        Labels labels = version.resources().labels(found.nodes());
        JsonArrayBuilder hits = Json.createArrayBuilder();
        found.hits().forEach(hit -> hits.add(hit(version, mount, hit)));
        JsonArrayBuilder facets = Json.createArrayBuilder();
        found.counts().forEach((facet, counts) -> facets.add(facet(facet, counts, labels)));
        return Json.createObjectBuilder()
                .add("query", wanted.text())
                .add("total", found.total())
                .add("page", found.page())
                .add("pages", found.pages())
                .add("loose", found.loose())
                .add("also", Json.createArrayBuilder(found.also()))
                .add("hits", hits)
                .add("facets", facets)
                .build()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private static JsonObjectBuilder hit(PublishedVersion version, Mount mount, Hits.Hit hit) {
        JsonObjectBuilder facets = Json.createObjectBuilder();
        for (Map.Entry<Facet, List<Node>> facet : hit.facets().entrySet()) {
            JsonArrayBuilder values = Json.createArrayBuilder();
            facet.getValue().forEach(value -> values.add(text(value)));
            facets.add(facet.getKey().name(), values);
        }
        JsonArrayBuilder classes = Json.createArrayBuilder();
        hit.classes().forEach(type -> classes.add(type.getURI()));
        return thing(version, mount, hit.thing())
                .add("classes", classes)
                .add("names", texts(hit.names()))
                .add("numbers", texts(hit.numbers()))
                .add("matches", texts(hit.matches()))
                .add("facets", facets);
    }

    /** Returns the IRI and the page of a thing. */
    static JsonObjectBuilder thing(PublishedVersion version, Mount mount, Node thing) {
        JsonObjectBuilder json = Json.createObjectBuilder().add("iri", thing.getURI());
        version.site().links().path(thing.getURI()).ifPresent(path -> json.add("page", mount.of(path)));
        return json;
    }

    static JsonArrayBuilder texts(List<Hits.MatchedText> texts) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        for (Hits.MatchedText text : texts) {
            JsonArrayBuilder parts = Json.createArrayBuilder();
            text.marked()
                    .parts()
                    .forEach(part -> parts.add(
                            Json.createObjectBuilder().add("text", part.text()).add("hit", part.hit())));
            array.add(Json.createObjectBuilder()
                    .add("property", text.property().getURI())
                    .add("language", text.literal().getLiteralLanguage())
                    .add("parts", parts));
        }
        return array;
    }

    private static JsonObjectBuilder facet(Facet facet, List<Hits.FacetCount> counts, Labels labels) {
        JsonArrayBuilder values = Json.createArrayBuilder();
        for (Hits.FacetCount count : counts) {
            values.add(Json.createObjectBuilder()
                    .add("key", count.key())
                    .add("value", text(count.value()))
                    .add("names", literals(labels.byNode().getOrDefault(count.value(), List.of())))
                    .add("things", count.things()));
        }
        return Json.createObjectBuilder()
                .add("name", facet.name())
                .add("names", literals(facet.labels()))
                .add("values", values);
    }

    private static String text(Node value) {
        return value.isLiteral() ? value.getLiteralLexicalForm() : value.getURI();
    }

    static JsonArrayBuilder literals(List<Node> literals) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        literals.stream()
                .sorted(Comparator.comparing(Node::getLiteralLanguage).thenComparing(Node::getLiteralLexicalForm))
                .forEach(literal -> array.add(Json.createObjectBuilder()
                        .add("text", literal.getLiteralLexicalForm())
                        .add("language", literal.getLiteralLanguage())));
        return array;
    }
}
