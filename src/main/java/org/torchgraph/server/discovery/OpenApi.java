package org.torchgraph.server.discovery;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.commons.lang3.Strings;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.XSD;
import org.torchgraph.publication.settings.Website;
import org.torchgraph.query.ResultFormat;
import org.torchgraph.question.Question;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.server.query.QuestionRoute;
import org.torchgraph.server.version.PublishedVersion;
import org.torchgraph.server.version.Representation;
import org.torchgraph.site.question.NotebookFiles;

/**
 * Builds the OpenAPI description: fixed paths from {@code openapi.json}, and two paths per saved question, with content
 * negotiation and with a suffix.
 *
 * @see <a href="https://spec.openapis.org/oas/v3.1.0.html">OpenAPI 3.1</a>
 */
final class OpenApi {
    private static final Map<String, JsonObject> TYPES = Map.ofEntries(
            Map.entry(XSD.integer.getURI(), type("integer", "")),
            Map.entry(XSD.xint.getURI(), type("integer", "int32")),
            Map.entry(XSD.xlong.getURI(), type("integer", "int64")),
            Map.entry(XSD.decimal.getURI(), type("number", "")),
            Map.entry(XSD.xdouble.getURI(), type("number", "double")),
            Map.entry(XSD.xfloat.getURI(), type("number", "float")),
            Map.entry(XSD.xboolean.getURI(), type("boolean", "")),
            Map.entry(XSD.date.getURI(), type("string", "date")),
            Map.entry(XSD.dateTime.getURI(), type("string", "date-time")),
            Map.entry(XSD.anyURI.getURI(), type("string", "iri-reference")));

    private static final String MAIL = "mailto:";

    private OpenApi() {}

    /** @param hasFeeds whether answers have feeds of what changes */
    static JsonObject of(PublishedVersion version, String root, boolean hasFeeds) {
        JsonObject fixed = Json.createPointer("/components/parameters/labels/schema/enum")
                .replace(
                        fixed(),
                        Json.createArrayBuilder(
                                        version.site().interfaceLanguages().codes())
                                .build());
        JsonObjectBuilder paths = Json.createObjectBuilder(fixed.getJsonObject("paths"));
        String dumps = dumps(Website.DUMP_NAME);
        paths.remove(dumps)
                .add(
                        dumps(version.site().website().dumpName()),
                        fixed.getJsonObject("paths").get(dumps));
        for (Question question : version.questions().all()) {
            path(question, paths, hasFeeds && !question.isVolatile());
        }
        return Json.createObjectBuilder(fixed)
                .add("info", info(version))
                .add(
                        "servers",
                        Json.createArrayBuilder().add(Json.createObjectBuilder().add("url", root)))
                .add("paths", paths)
                .build();
    }

    private static String dumps(String name) {
        return SiteRoute.DUMP.path(name + ".{format}");
    }

    private static JsonObject fixed() {
        try (InputStream file = OpenApi.class.getResourceAsStream("openapi.json");
                JsonReader reader = Json.createReader(file)) {
            return reader.readObject();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static JsonObjectBuilder info(PublishedVersion version) {
        JsonObjectBuilder info = Json.createObjectBuilder()
                .add("title", both(version.site().titles(), version.base()))
                .add("description", both(version.site().entry().descriptions(), version.base()))
                .add(
                        "version",
                        version.site().entry().release().isEmpty()
                                ? version.snapshot().version()
                                : version.site().entry().release());
        version.site()
                .entry()
                .licence()
                .ifPresent(licence -> info.add(
                        "license",
                        Json.createObjectBuilder().add("name", licence.getURI()).add("url", licence.getURI())));
        version.site()
                .entry()
                .contact()
                .ifPresent(contact -> info.add(
                        "contact",
                        Json.createObjectBuilder()
                                .add(
                                        contact.getURI().startsWith(MAIL) ? "email" : "url",
                                        Strings.CS.removeStart(contact.getURI(), MAIL))));
        return info;
    }

    private static String both(List<Node> literals, String otherwise) {
        return literals.isEmpty()
                ? otherwise
                : joined(literals.stream()
                        .map(Node::getLiteralLexicalForm)
                        .sorted()
                        .toList());
    }

    private static String joined(Collection<String> inEachLanguage) {
        return String.join(" / ", inEachLanguage);
    }

    private static void path(Question question, JsonObjectBuilder paths, boolean hasFeed) {
        String path = SiteRoute.QUESTION.path(question.name());
        List<Representation> forms = QuestionRoute.forms(question);
        paths.add(path, get(question, "", Json.createArrayBuilder(), forms));
        JsonArrayBuilder suffixes = Json.createArrayBuilder();
        forms.forEach(form -> suffixes.add(form.suffix()));
        NotebookFiles.of(question).forEach(suffixes::add);
        if (hasFeed) {
            suffixes.add(SiteRoute.FEED_SUFFIX);
        }
        JsonObjectBuilder suffix = Json.createObjectBuilder()
                .add("name", "format")
                .add("in", "path")
                .add("required", true)
                .add("schema", Json.createObjectBuilder().add("type", "string").add("enum", suffixes));
        paths.add(
                path + ".{format}",
                get(question, ".format", Json.createArrayBuilder().add(suffix), forms));
    }

    private static JsonObjectBuilder get(
            Question question, String variant, JsonArrayBuilder parameters, List<Representation> forms) {
        question.parameters().forEach(parameter -> parameters.add(parameter(parameter)));
        parameters.add(reference("parameters/lang"));
        if (!question.isVolatile()) {
            parameters.add(reference("parameters/version"));
        }
        if (variant.isEmpty()) {
            parameters.add(reference("parameters/embed")).add(reference("parameters/cite"));
        }
        if (forms.contains(Representation.of(ResultFormat.CSV))) {
            parameters.add(reference("parameters/labels"));
        }
        JsonObjectBuilder content = Json.createObjectBuilder();
        forms.forEach(form -> content.add(form.type().toString(), Json.createObjectBuilder()));
        JsonObjectBuilder responses = Json.createObjectBuilder()
                .add(
                        "200",
                        Json.createObjectBuilder()
                                .add("description", "The answer / 答案")
                                .add("content", content))
                .add("304", reference("responses/NotModified"));
        List.of("400", "404", "406", "410", "429", "503")
                .forEach(status -> responses.add(status, reference("responses/Problem")));
        JsonObjectBuilder operation = Json.createObjectBuilder()
                .add("tags", Json.createArrayBuilder().add("questions"))
                .add("operationId", "queries." + question.name() + variant)
                .add(
                        "summary",
                        question.titles().isEmpty()
                                ? question.name()
                                : joined(question.titles().values()));
        if (!question.descriptions().isEmpty()) {
            operation.add("description", joined(question.descriptions().values()));
        }
        return Json.createObjectBuilder()
                .add("get", operation.add("parameters", parameters).add("responses", responses));
    }

    private static JsonObjectBuilder parameter(Question.Parameter parameter) {
        JsonObjectBuilder schema = Json.createObjectBuilder(
                        TYPES.getOrDefault(parameter.datatype(), type("string", "")))
                .add("x-datatype", parameter.datatype());
        addDefault(schema, parameter);
        return Json.createObjectBuilder()
                .add("name", parameter.name())
                .add("in", "query")
                .add("description", parameter.what())
                .add("schema", schema);
    }

    private static void addDefault(JsonObjectBuilder schema, Question.Parameter parameter) {
        String type =
                TYPES.getOrDefault(parameter.datatype(), type("string", "")).getString("type");
        String value = parameter.defaultValue();
        switch (type) {
            case "integer" -> schema.add("default", new BigInteger(value.replaceFirst("^[+]", "")));
            case "number" -> number(schema, value);
            case "boolean" -> schema.add("default", value.equals("true") || value.equals("1"));
            default -> schema.add("default", value);
        }
    }

    /** Adds a number; NaN and infinity, which JSON lacks, become the description. */
    private static void number(JsonObjectBuilder schema, String value) {
        try {
            schema.add("default", new BigDecimal(value));
        } catch (NumberFormatException notInJson) {
            schema.add("description", value);
        }
    }

    private static JsonObject reference(String component) {
        return Json.createObjectBuilder()
                .add("$ref", "#/components/" + component)
                .build();
    }

    private static JsonObject type(String type, String format) {
        JsonObjectBuilder schema = Json.createObjectBuilder().add("type", type);
        return (format.isEmpty() ? schema : schema.add("format", format)).build();
    }
}
