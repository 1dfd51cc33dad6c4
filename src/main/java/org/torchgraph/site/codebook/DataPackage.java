package org.torchgraph.site.codebook;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.apache.jena.graph.Node;
import org.torchgraph.messages.Language;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.site.frame.PageContext;
import org.torchgraph.site.question.QuestionCard;

/**
 * Writes the tables of all questions as a Frictionless data package, whose texts are in one language.
 *
 * @see <a href="https://datapackage.org/standard/data-package/">Data Package</a>
 */
public final class DataPackage {
    private static final String PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json";

    private DataPackage() {}

    /** Returns the package. */
    public static JsonObject of(List<CodebookFile> files, PageContext frame) {
        JsonArrayBuilder resources = Json.createArrayBuilder();
        files.forEach(file -> resources.add(resource(file, frame)));
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("$schema", PROFILE)
                .add("name", frame.site().website().dumpName())
                .add("id", frame.canonical())
                .add("title", frame.brand().text())
                .add("homepage", frame.address(SiteRoute.HOME.path()))
                .add(
                        "version",
                        frame.site().entry().release().isEmpty()
                                ? frame.site().version()
                                : frame.site().entry().release());
        frame.bare()
                .prose(frame.site().entry().descriptions())
                .ifPresent(description -> json.add("description", description.text()));
        frame.site()
                .entry()
                .licence()
                .filter(Node::isURI)
                .ifPresent(licence -> json.add(
                        "licenses",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("path", licence.getURI())
                                        .add("title", frame.licence().text()))));
        return json.add("resources", resources).build();
    }

    private static JsonObjectBuilder resource(CodebookFile file, PageContext frame) {
        QuestionCard card = QuestionCard.of(file.codebook().question(), frame);
        JsonArrayBuilder fields = Json.createArrayBuilder();
        file.codebook().columns().forEach(column -> fields.add(field(column, frame.language())));
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("name", card.name())
                .add("type", "table")
                .add("path", frame.address(SiteRoute.QUESTION.path(file.fileName())))
                .add("title", card.title().text());
        if (card.description() != null) {
            json.add("description", card.description().text());
        }
        return json.add("format", "csv")
                .add("mediatype", "text/csv")
                .add("encoding", "utf-8")
                .add("bytes", file.bytes())
                .add("hash", "sha256:" + file.sha256())
                .add(
                        "schema",
                        Json.createObjectBuilder()
                                .add("fields", fields)
                                .add("missingValues", Json.createArrayBuilder().add("")));
    }

    private static JsonObjectBuilder field(CodebookColumn column, Language language) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("name", column.name())
                .add("type", column.type().frictionless())
                .add("title", column.titles().getOrDefault(language, column.name()));
        if (column.type().isIri()) {
            json.add("format", "uri");
        }
        if (column.descriptions().containsKey(language)) {
            json.add("description", column.descriptions().get(language));
        }
        column.property().ifPresent(property -> json.add("rdfType", property));
        column.unit().ifPresent(unit -> json.add("unit", unit));
        return json;
    }
}
