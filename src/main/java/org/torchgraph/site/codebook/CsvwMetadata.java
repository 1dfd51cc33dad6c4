package org.torchgraph.site.codebook;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.torchgraph.http.PercentEncoding;
import org.torchgraph.messages.Language;
import org.torchgraph.site.frame.Site;

/**
 * Writes what a CSV file holds as metadata of CSV on the Web.
 *
 * @see <a href="https://www.w3.org/TR/tabular-metadata/">Metadata Vocabulary for Tabular Data</a>
 */
public final class CsvwMetadata {
    /** The media type of such metadata. */
    public static final String MEDIA_TYPE = "application/csvm+json";

    /** The end of the address of the metadata of a file. */
    public static final String SUFFIX = "csv-metadata.json";

    private static final String CONTEXT = "http://www.w3.org/ns/csvw";

    /** The language of what is in no language, which a heading of the plain file is. */
    private static final String UNDETERMINED = "und";

    private CsvwMetadata() {}

    /**
     * Returns the metadata of the plain file.
     *
     * @param file the address of the file, relative to that of the metadata
     * @param answer the IRI of the answer
     */
    public static JsonObject of(Codebook codebook, String file, String answer, Site site) {
        JsonArrayBuilder columns = Json.createArrayBuilder();
        for (CodebookColumn column : codebook.columns()) {
            JsonObjectBuilder titles = Json.createObjectBuilder().add(UNDETERMINED, column.name());
            column.titles().forEach((language, title) -> titles.add(language.tag(), title));
            columns.add(column(column, name(column.name()), column.type().datatype())
                    .add("titles", titles));
        }
        return table(codebook, file, answer, site, columns);
    }

    /**
     * Returns the metadata of the file with names beside IRIs.
     *
     * @param headings the headings of the file, two for a column with IRIs
     * @param language their language
     */
    public static JsonObject labelled(
            Codebook codebook, List<String> headings, Language language, String file, String answer, Site site) {
        JsonArrayBuilder columns = Json.createArrayBuilder();
        Iterator<String> next = headings.iterator();
        for (CodebookColumn column : codebook.columns()) {
            if (column.hasIris()) {
                columns.add(column(column, name(column.name() + "_label"), "string")
                        .add("lang", language.tag())
                        .add("titles", Json.createObjectBuilder().add(language.tag(), next.next())));
            }
            columns.add(column(column, name(column.name()), column.type().datatype())
                    .add("titles", Json.createObjectBuilder().add(language.tag(), next.next())));
        }
        return table(codebook, file, answer, site, columns);
    }

    private static JsonObject table(
            Codebook codebook, String file, String answer, Site site, JsonArrayBuilder columns) {
        JsonObjectBuilder table = Json.createObjectBuilder()
                .add("@context", CONTEXT)
                .add("url", file)
                .add("dc:title", texts(codebook.question().titles()))
                .add("dc:source", reference(answer))
                .add("dc:hasVersion", site.version());
        if (!codebook.question().descriptions().isEmpty()) {
            table.add("dc:description", texts(codebook.question().descriptions()));
        }
        Optional<String> licence = site.entry().licence().filter(Node::isURI).map(Node::getURI);
        licence.ifPresent(iri -> table.add("dc:license", reference(iri)));
        return table.add("tableSchema", Json.createObjectBuilder().add("columns", columns))
                .build();
    }

    private static JsonObjectBuilder column(CodebookColumn column, String name, String datatype) {
        JsonObjectBuilder json = Json.createObjectBuilder().add("name", name).add("datatype", datatype);
        column.property().ifPresent(property -> json.add("propertyUrl", property));
        if (!column.descriptions().isEmpty()) {
            json.add("dc:description", byLanguage(column.descriptions()));
        }
        column.unit().ifPresent(unit -> json.add("schema:unitText", unit));
        if (column.unit().isEmpty()) {
            column.unitColumn().ifPresent(units -> {
                Map<Language, String> told = new LinkedHashMap<>();
                for (Language language : Language.BY_SCRIPT) {
                    told.put(language, language.messages().say("codebook.unit", units));
                }
                json.add("schema:unitText", byLanguage(told));
            });
        }
        return json;
    }

    /** Returns a name as templates of addresses permit it (RFC 6570 §2.3). */
    private static String name(String variable) {
        String name = PercentEncoding.value(variable);
        return name.startsWith("_") ? "v" + name : name;
    }

    private static JsonArrayBuilder byLanguage(Map<Language, String> texts) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        texts.forEach((language, text) -> all.add(text(text, language.tag())));
        return all;
    }

    private static JsonArrayBuilder texts(Map<String, String> byLanguage) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        byLanguage.forEach((language, text) -> all.add(text(text, language)));
        return all;
    }

    private static JsonObjectBuilder text(String text, String language) {
        return Json.createObjectBuilder().add("@value", text).add("@language", language);
    }

    private static JsonObjectBuilder reference(String iri) {
        return Json.createObjectBuilder().add("@id", iri);
    }
}
