package org.torchgraph.site.codebook;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.torchgraph.export.Format;
import org.torchgraph.http.PercentEncoding;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.site.bundle.Bundle;
import org.torchgraph.site.bundle.BundledFile;
import org.torchgraph.site.frame.CitedAgent;
import org.torchgraph.site.frame.PageContext;
import org.torchgraph.site.question.QuestionCard;
import org.torchgraph.site.words.RenderedTerm;

/**
 * Writes a publication as an RO-Crate: as a detached one, whose files are on the web, or as that of a bundle.
 *
 * @see <a href="https://w3id.org/ro/crate/1.2">RO-Crate 1.2</a>
 */
public final class ResearchCrate {
    private static final String VERSION = "https://w3id.org/ro/crate/1.2";
    private static final String ATTACHED_ROOT = "./";

    private final PageContext frame;
    /** The entities that others refer to, by identifier. */
    private final Map<String, JsonObjectBuilder> named = new LinkedHashMap<>();

    private ResearchCrate(PageContext frame) {
        this.frame = frame;
    }

    /** Returns the metadata of the dumps and the tables of all questions. */
    public static JsonObject of(List<CodebookFile> files, PageContext frame) {
        List<JsonObject> parts = new ArrayList<>();
        for (Format format : frame.site().dumpFormats().formats()) {
            parts.add(Json.createObjectBuilder()
                    .add("@id", frame.origin() + frame.dump(format))
                    .add("@type", "File")
                    .add("name", frame.site().dumpFile(format))
                    .add("encodingFormat", format.mediaType())
                    .build());
        }
        for (CodebookFile file : files) {
            parts.add(Json.createObjectBuilder()
                    .add("@id", frame.address(SiteRoute.QUESTION.path(file.fileName())))
                    .add("@type", "File")
                    .add(
                            "name",
                            QuestionCard.of(file.codebook().question(), frame)
                                    .title()
                                    .text())
                    .add("encodingFormat", "text/csv")
                    .add("contentSize", Long.toString(file.bytes()))
                    .add("sha256", file.sha256())
                    .build());
        }
        return new ResearchCrate(frame).crate(frame.address(SiteRoute.HOME.path()), parts);
    }

    /** Returns the metadata of the files of a bundle. */
    public static JsonObject bundled(List<BundledFile> files, PageContext frame) {
        return new ResearchCrate(frame)
                .crate(ATTACHED_ROOT, files.stream().map(ResearchCrate::file).toList());
    }

    private static JsonObject file(BundledFile file) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("@id", PercentEncoding.path(file.path()))
                .add("@type", "File")
                .add("name", file.title())
                .add("encodingFormat", file.mediaType())
                .add("contentSize", Long.toString(file.bytes()))
                .add("sha256", file.sha256());
        file.relations()
                .forEach(relation -> json.add(relation.property(), reference(PercentEncoding.path(relation.path()))));
        return json.build();
    }

    private JsonObject crate(String root, List<JsonObject> files) {
        JsonObjectBuilder dataset = Json.createObjectBuilder()
                .add("@id", root)
                .add("@type", "Dataset")
                .add("name", frame.brand().text())
                .add(
                        "description",
                        frame.bare()
                                .prose(frame.site().entry().descriptions())
                                .map(RenderedTerm::text)
                                .orElse(frame.brand().text()))
                .add("identifier", frame.canonical())
                .add("version", frame.citedVersion());
        frame.site().entry().issued().ifPresent(date -> dataset.add("datePublished", date.getLiteralLexicalForm()));
        JsonArrayBuilder authors = Json.createArrayBuilder();
        frame.creators().forEach(creator -> authors.add(reference(agent(creator))));
        dataset.add("author", authors).add("publisher", reference(agent(frame.publisher())));
        Optional<String> licence =
                frame.site().entry().licence().filter(Node::isURI).map(Node::getURI);
        licence.ifPresent(iri -> {
            dataset.add("license", reference(iri));
            named.put(
                    iri,
                    Json.createObjectBuilder()
                            .add("@id", iri)
                            .add("@type", "CreativeWork")
                            .add("name", frame.licence().text()));
        });
        JsonArrayBuilder parts = Json.createArrayBuilder();
        files.forEach(file -> parts.add(reference(file.getString("@id"))));
        JsonArrayBuilder graph = Json.createArrayBuilder()
                .add(Json.createObjectBuilder()
                        .add("@id", Bundle.METADATA)
                        .add("@type", "CreativeWork")
                        .add("about", reference(root))
                        .add("conformsTo", reference(VERSION)))
                .add(dataset.add("hasPart", parts));
        files.forEach(graph::add);
        named.values().forEach(graph::add);
        return Json.createObjectBuilder()
                .add("@context", VERSION + "/context")
                .add("@graph", graph)
                .build();
    }

    /** Describes an agent, and returns its identifier. */
    private String agent(CitedAgent agent) {
        String id = agent.iri().isEmpty() ? "#" + PercentEncoding.value(agent.name()) : agent.iri();
        named.put(
                id,
                Json.createObjectBuilder()
                        .add("@id", id)
                        .add("@type", agent.isPerson() ? "Person" : "Organization")
                        .add("name", agent.name()));
        return id;
    }

    private static JsonObjectBuilder reference(String iri) {
        return Json.createObjectBuilder().add("@id", iri);
    }
}
