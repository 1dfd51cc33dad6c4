package org.torchgraph.site.thing;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.torchgraph.export.Format;
import org.torchgraph.model.Description;
import org.torchgraph.model.Labels;
import org.torchgraph.model.Statement;
import org.torchgraph.model.naming.Languages;
import org.torchgraph.model.vocabulary.SchemaOrg;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.site.frame.PageContext;
import org.torchgraph.site.frame.Site;
import org.torchgraph.site.words.RenderedTerm;
import org.torchgraph.site.words.TermRenderer;

/**
 * Describes the subject of a page in schema.org terms, as JSON-LD to embed in HTML.
 *
 * @see <a href="https://schema.org/docs/gs.html">schema.org</a>
 */
public final class StructuredData {
    private static final String CONTEXT = "https://schema.org";

    private StructuredData() {}

    /** Returns the description of a thing; empty if none of its classes has a match at schema.org. */
    public static String of(Description description, PageContext frame) {
        SchemaOrg terms = frame.site().schemaOrg();
        Set<String> types = new TreeSet<>();
        Map<String, Set<Node>> values = new TreeMap<>();
        for (Statement statement : description.statements()) {
            Node property = statement.triple().getPredicate();
            Node value = statement.triple().getObject();
            if (property.equals(RDF.type.asNode())) {
                terms.name(value).ifPresent(types::add);
            } else if (!value.isBlank()) {
                terms.name(property).ifPresent(name -> values.computeIfAbsent(name, none -> new LinkedHashSet<>())
                        .add(value));
            }
        }
        if (types.isEmpty()) {
            return "";
        }
        TermRenderer wording = frame.wording(description.labels());
        JsonObjectBuilder json = about(description.thing().getURI(), strings(types));
        json.add("name", wording.show(description.thing()).text());
        wording.other(wording.names(description.thing())).ifPresent(other -> json.add("alternateName", other.text()));
        values.forEach((name, nodes) -> {
            if (!name.equals("name") && !name.equals("alternateName")) {
                json.add(name, values(nodes, wording));
            }
        });
        frame.site()
                .entry()
                .dataset()
                .filter(dataset -> !dataset.equals(description.thing()))
                .ifPresent(dataset -> json.add("subjectOf", id(dataset)));
        return inHtml(json);
    }

    /** Returns the description of the dataset for the first page; empty if it has no title. */
    public static String of(Site site, PageContext frame) {
        TermRenderer wording = frame.wording(new Labels(Map.of(), site.prefixes(), site.languages()));
        if (site.entry().titles().isEmpty()) {
            return "";
        }
        JsonObjectBuilder json = about(
                site.entry().dataset().map(Node::getURI).orElse(site.links().base()), strings(Set.of("Dataset")));
        wording.best(site.entry().titles()).map(RenderedTerm::text).ifPresent(title -> json.add("name", title));
        wording.prose(site.entry().descriptions())
                .map(RenderedTerm::text)
                .ifPresent(text -> json.add("description", text));
        site.entry().licence().ifPresent(licence -> json.add("license", licence.getURI()));
        json.add("url", site.links().base());
        json.add("isAccessibleForFree", true);
        json.add(
                "version",
                site.entry().release().isEmpty() ? site.version() : site.entry().release());
        JsonArrayBuilder files = Json.createArrayBuilder();
        for (Format format : site.dumpFormats().formats()) {
            files.add(Json.createObjectBuilder()
                    .add("@type", "DataDownload")
                    .add("encodingFormat", format.mediaType())
                    .add("contentUrl", SiteRoute.DUMP.iri(site.links().base()) + site.dumpFile(format)));
        }
        return inHtml(json.add("distribution", files));
    }

    private static JsonObjectBuilder about(String iri, JsonValue types) {
        return Json.createObjectBuilder()
                .add("@context", CONTEXT)
                .add("@id", iri)
                .add("@type", types);
    }

    /** Returns values; of texts those in the language of the page if there are any. */
    private static JsonValue values(Set<Node> nodes, TermRenderer wording) {
        List<Node> own = nodes.stream()
                .filter(node -> node.isLiteral()
                        && Languages.matches(
                                node.getLiteralLanguage(), wording.language().code()))
                .toList();
        JsonArrayBuilder all = Json.createArrayBuilder();
        (own.isEmpty() ? nodes : own).forEach(node -> {
            if (node.isLiteral()) {
                all.add(node.getLiteralLexicalForm());
            } else {
                all.add(id(node).add("name", wording.show(node).text()));
            }
        });
        return single(all.build());
    }

    private static JsonObjectBuilder id(Node node) {
        return Json.createObjectBuilder().add("@id", node.getURI());
    }

    private static JsonValue strings(Set<String> values) {
        return single(Json.createArrayBuilder(values).build());
    }

    private static JsonValue single(JsonArray values) {
        return values.size() == 1 ? values.get(0) : values;
    }

    /** Serialises JSON so that no character can end the surrounding element or start another. */
    private static String inHtml(JsonObjectBuilder json) {
        return json.build()
                .toString()
                .chars()
                .mapToObj(c -> isPlain(c) ? String.valueOf((char) c) : "\\u%04x".formatted(c))
                .collect(Collectors.joining());
    }

    private static boolean isPlain(int c) {
        return "<>&\u2028\u2029".indexOf(c) < 0
                && !Character.isISOControl(c)
                && Character.getType(c) != Character.FORMAT
                && Character.getType(c) != Character.UNASSIGNED;
    }
}
