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
import org.torchgraph.search.HighlightedText;
import org.torchgraph.search.Hits;
import org.torchgraph.search.QuestionHit;
import org.torchgraph.search.SearchRequest;
import org.torchgraph.server.version.PublishedVersion;
import org.torchgraph.site.search.FoundQuestion;

/** Serialises hits as JSON, independently of the client's language; {@code docs/http.md} describes the format. */
final class SearchJson {
    private SearchJson() {}

    static byte[] of(
            PublishedVersion version, Mount mount, SearchRequest wanted, Hits found, List<QuestionHit> questions) {
        Labels labels = version.resources().labels(found.nodes());
        JsonArrayBuilder hits = Json.createArrayBuilder();
        found.hits().forEach(hit -> hits.add(hit(version, mount, hit)));
        JsonArrayBuilder facets = Json.createArrayBuilder();
        found.counts().forEach((facet, counts) -> facets.add(facet(facet, counts, labels)));
        JsonObjectBuilder json = Json.createObjectBuilder().add("query", wanted.text());
        if (found.byStore()) {
            json.add("byStore", true).add("cut", found.cut() > 0);
        }
        return json.add("total", found.total())
                .add("page", found.page())
                .add("pages", found.pages())
                .add("loose", found.loose())
                .add("without", Json.createArrayBuilder(found.without()))
                .add("also", Json.createArrayBuilder(found.also()))
                .add("questions", questions(mount, questions))
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
                .add("missing", Json.createArrayBuilder(hit.missing()))
                .add("facets", facets);
    }

    /** Returns the IRI and the page of a thing. */
    static JsonObjectBuilder thing(PublishedVersion version, Mount mount, Node thing) {
        JsonObjectBuilder json = Json.createObjectBuilder().add("iri", thing.getURI());
        version.site().links().path(thing.getURI()).ifPresent(path -> json.add("page", mount.of(path)));
        return json;
    }

    /** Returns the names, pages and titles of questions. */
    static JsonArrayBuilder questions(Mount mount, List<QuestionHit> questions) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        for (QuestionHit question : questions) {
            JsonArrayBuilder names = Json.createArrayBuilder();
            question.titles().forEach((language, title) -> names.add(marked(title, language)));
            array.add(Json.createObjectBuilder()
                    .add("name", question.name())
                    .add("page", mount.of(FoundQuestion.path(question)))
                    .add("names", names));
        }
        return array;
    }

    static JsonArrayBuilder texts(List<Hits.MatchedText> texts) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        texts.forEach(text -> array.add(marked(text.marked(), text.literal().getLiteralLanguage())
                .add("property", text.property().getURI())));
        return array;
    }

    private static JsonObjectBuilder marked(HighlightedText text, String language) {
        JsonArrayBuilder parts = Json.createArrayBuilder();
        text.parts()
                .forEach(part -> parts.add(
                        Json.createObjectBuilder().add("text", part.text()).add("hit", part.hit())));
        return Json.createObjectBuilder().add("language", language).add("parts", parts);
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
