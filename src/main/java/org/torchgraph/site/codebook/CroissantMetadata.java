package org.torchgraph.site.codebook;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.List;
import org.apache.jena.graph.Node;
import org.torchgraph.messages.Language;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.site.frame.CitedAgent;
import org.torchgraph.site.frame.PageContext;
import org.torchgraph.site.question.QuestionCard;
import org.torchgraph.site.words.RenderedTerm;
import org.torchgraph.site.words.SiteFiles;

/**
 * Writes the tables of all questions in Croissant, which search engines for data sets and programs for learning read.
 *
 * @see <a href="https://docs.mlcommons.org/croissant/docs/croissant-spec.html">Croissant 1.0</a>
 */
public final class CroissantMetadata {
    private static final String CONTEXT = "croissant-context.json";
    private static final String CONFORMS_TO = "http://mlcommons.org/croissant/1.0";

    private CroissantMetadata() {}

    /** Returns the metadata. */
    public static JsonObject of(List<CodebookFile> files, PageContext frame) {
        JsonArrayBuilder distribution = Json.createArrayBuilder();
        JsonArrayBuilder records = Json.createArrayBuilder();
        for (CodebookFile file : files) {
            distribution.add(distributed(file, frame));
            records.add(records(file, frame));
        }
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("@context", context())
                .add("@type", "sc:Dataset")
                .add("conformsTo", CONFORMS_TO)
                .add("name", frame.brand().text())
                .add("url", frame.address(SiteRoute.HOME.path()))
                .add("inLanguage", frame.language().tag())
                .add(
                        "version",
                        frame.site().entry().release().isEmpty()
                                ? frame.site().version()
                                : frame.site().entry().release())
                .add("creator", creators(frame))
                .add("publisher", agent(frame.publisher()));
        frame.bare()
                .prose(frame.site().entry().descriptions())
                .map(RenderedTerm::text)
                .ifPresent(description -> json.add("description", description));
        frame.site().entry().licence().filter(Node::isURI).ifPresent(licence -> json.add("license", licence.getURI()));
        frame.site().entry().issued().ifPresent(date -> json.add("datePublished", date.getLiteralLexicalForm()));
        return json.add("distribution", distribution).add("recordSet", records).build();
    }

    private static JsonArrayBuilder creators(PageContext frame) {
        JsonArrayBuilder creators = Json.createArrayBuilder();
        frame.creators().forEach(creator -> creators.add(agent(creator)));
        return creators;
    }

    private static JsonObjectBuilder agent(CitedAgent agent) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("@type", agent.isPerson() ? "sc:Person" : "sc:Organization")
                .add("name", agent.name());
        return agent.iri().isEmpty() ? json : json.add("url", agent.iri());
    }

    private static JsonObject context() {
        try (JsonReader reader = Json.createReader(new StringReader(SiteFiles.text(CONTEXT)))) {
            return reader.readObject();
        }
    }

    private static JsonObjectBuilder distributed(CodebookFile file, PageContext frame) {
        return Json.createObjectBuilder()
                .add("@type", "cr:FileObject")
                .add("@id", file.fileName())
                .add("name", file.fileName())
                .add("contentUrl", frame.address(SiteRoute.QUESTION.path(file.fileName())))
                .add("contentSize", file.bytes() + " B")
                .add("encodingFormat", "text/csv")
                .add("sha256", file.sha256());
    }

    private static JsonObjectBuilder records(CodebookFile file, PageContext frame) {
        QuestionCard card = QuestionCard.of(file.codebook().question(), frame);
        JsonArrayBuilder fields = Json.createArrayBuilder();
        file.codebook().columns().forEach(column -> fields.add(field(column, file, frame.language())));
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("@type", "cr:RecordSet")
                .add("@id", card.name())
                .add("name", card.title().text());
        if (card.description() != null) {
            json.add("description", card.description().text());
        }
        return json.add("field", fields);
    }

    private static JsonObjectBuilder field(CodebookColumn column, CodebookFile file, Language language) {
        String title = column.titles().getOrDefault(language, column.name());
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("@type", "cr:Field")
                .add("@id", file.codebook().question().name() + "/" + column.name())
                .add("name", title)
                .add("description", column.descriptions().getOrDefault(language, title))
                .add("dataType", column.type().croissant());
        column.property().ifPresent(property -> json.add("equivalentProperty", property));
        return json.add(
                "source",
                Json.createObjectBuilder()
                        .add("fileObject", Json.createObjectBuilder().add("@id", file.fileName()))
                        .add("extract", Json.createObjectBuilder().add("column", column.name())));
    }
}
