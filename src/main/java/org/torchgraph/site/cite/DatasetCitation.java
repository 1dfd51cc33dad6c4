package org.torchgraph.site.cite;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.torchgraph.model.catalogue.CatalogueEntry;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.site.frame.PageContext;

/** Tells how the whole dataset is cited, in the files that archives and code hosts read. */
public final class DatasetCitation {
    private static final String DATA_CITE = "http://datacite.org/schema/kernel-4";

    private DatasetCitation() {}

    /**
     * Returns the metadata of DataCite, with which a DOI is registered.
     *
     * @see <a href="https://schema.datacite.org/meta/kernel-4/">DataCite Metadata Schema 4</a>
     */
    public static String dataCite(PageContext frame) {
        CatalogueEntry entry = frame.site().entry();
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("schemaVersion", DATA_CITE)
                .add(
                        "types",
                        Json.createObjectBuilder()
                                .add("resourceType", "Dataset")
                                .add("resourceTypeGeneral", "Dataset"))
                .add(
                        "identifiers",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("identifier", frame.canonical())
                                        .add("identifierType", "URL")))
                .add("url", frame.address(SiteRoute.HOME.path()))
                .add("creators", creators(frame))
                .add(
                        "titles",
                        texts(
                                "title",
                                entry.titles().isEmpty() ? entry.names() : entry.titles(),
                                frame.brand().text()))
                .add(
                        "publisher",
                        Json.createObjectBuilder().add("name", frame.publisher().name()))
                .add("version", release(frame));
        issued(frame).ifPresent(date -> json.add("publicationYear", date.substring(0, Math.min(4, date.length())))
                .add(
                        "dates",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("date", date)
                                        .add("dateType", "Issued"))));
        if (!entry.descriptions().isEmpty()) {
            JsonArrayBuilder descriptions = Json.createArrayBuilder();
            entry.descriptions()
                    .forEach(text -> descriptions.add(
                            Json.createObjectBuilder(text("description", text).build())
                                    .add("descriptionType", "Abstract")));
            json.add("descriptions", descriptions);
        }
        licence(frame)
                .ifPresent(iri -> json.add(
                        "rightsList",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("rights", frame.licence().text())
                                        .add("rightsUri", iri))));
        return json.build().toString();
    }

    /**
     * Returns the citation file that code hosts read. Its values are strings of JSON, which YAML reads too.
     *
     * @see <a href="https://citation-file-format.github.io/">Citation File Format 1.2</a>
     */
    public static String citationFile(PageContext frame) {
        StringBuilder file = new StringBuilder("cff-version: 1.2.0\ntype: dataset\n");
        line(file, "message: ", frame.messages().say("cite.message"));
        line(
                file,
                "title: ",
                frame.bare()
                        .best(frame.site().entry().titles())
                        .orElse(frame.brand())
                        .text());
        file.append("authors:\n");
        frame.creators().forEach(creator -> line(file, "  - name: ", creator.name()));
        frame.bare()
                .prose(frame.site().entry().descriptions())
                .ifPresent(text -> line(file, "abstract: ", text.text()));
        line(file, "version: ", release(frame));
        issued(frame)
                .filter(date -> date.matches("\\d{4}-\\d{2}-\\d{2}"))
                .ifPresent(date -> line(file, "date-released: ", date));
        licence(frame).ifPresent(iri -> line(file, "license-url: ", iri));
        line(file, "url: ", frame.address(SiteRoute.HOME.path()));
        file.append("identifiers:\n  - type: url\n");
        line(file, "    value: ", frame.canonical());
        return file.toString();
    }

    private static JsonArrayBuilder creators(PageContext frame) {
        JsonArrayBuilder creators = Json.createArrayBuilder();
        frame.creators()
                .forEach(creator -> creators.add(Json.createObjectBuilder()
                        .add("name", creator.name())
                        .add("nameType", creator.isPerson() ? "Personal" : "Organizational")));
        return creators;
    }

    private static void line(StringBuilder file, String key, String value) {
        file.append(key).append(Json.createValue(value)).append('\n');
    }

    /** Returns the release, else the version. */
    private static String release(PageContext frame) {
        String release = frame.site().entry().release();
        return release.isEmpty() ? frame.site().version() : release;
    }

    private static Optional<String> issued(PageContext frame) {
        return frame.site().entry().issued().map(Node::getLiteralLexicalForm);
    }

    private static Optional<String> licence(PageContext frame) {
        return frame.site().entry().licence().filter(Node::isURI).map(Node::getURI);
    }

    private static JsonArrayBuilder texts(String name, List<Node> literals, String otherwise) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        literals.forEach(literal -> all.add(text(name, literal)));
        return literals.isEmpty() ? all.add(Json.createObjectBuilder().add(name, otherwise)) : all;
    }

    private static JsonObjectBuilder text(String name, Node literal) {
        JsonObjectBuilder text = Json.createObjectBuilder().add(name, literal.getLiteralLexicalForm());
        return literal.getLiteralLanguage().isEmpty() ? text : text.add("lang", literal.getLiteralLanguage());
    }
}
