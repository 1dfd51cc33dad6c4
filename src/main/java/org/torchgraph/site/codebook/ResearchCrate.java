package org.torchgraph.site.codebook;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.torchgraph.export.Format;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.site.frame.PageContext;
import org.torchgraph.site.question.QuestionCard;
import org.torchgraph.site.words.RenderedTerm;

/**
 * Writes the dumps and the tables of all questions as a detached RO-Crate, whose files are on the web.
 *
 * @see <a href="https://w3id.org/ro/crate/1.2">RO-Crate 1.2</a>
 */
public final class ResearchCrate {
    private static final String VERSION = "https://w3id.org/ro/crate/1.2";
    private static final String DESCRIPTOR = "ro-crate-metadata.json";

    private ResearchCrate() {}

    /** Returns the metadata. */
    public static JsonObject of(List<CodebookFile> files, PageContext frame) {
        String root = frame.address(SiteRoute.HOME.path());
        JsonArrayBuilder parts = Json.createArrayBuilder();
        JsonArrayBuilder described = Json.createArrayBuilder();
        for (Format format : frame.site().dumpFormats().formats()) {
            String address = frame.origin() + frame.dump(format);
            parts.add(reference(address));
            described.add(Json.createObjectBuilder()
                    .add("@id", address)
                    .add("@type", "File")
                    .add("name", format.fileName())
                    .add("encodingFormat", format.mediaType()));
        }
        for (CodebookFile file : files) {
            String address = frame.address(SiteRoute.QUESTION.path(file.fileName()));
            parts.add(reference(address));
            described.add(Json.createObjectBuilder()
                    .add("@id", address)
                    .add("@type", "File")
                    .add(
                            "name",
                            QuestionCard.of(file.codebook().question(), frame)
                                    .title()
                                    .text())
                    .add("encodingFormat", "text/csv")
                    .add("contentSize", Long.toString(file.bytes()))
                    .add("sha256", file.sha256()));
        }
        Optional<String> licence =
                frame.site().entry().licence().filter(Node::isURI).map(Node::getURI);
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
        licence.ifPresent(iri -> {
            dataset.add("license", reference(iri));
            described.add(Json.createObjectBuilder()
                    .add("@id", iri)
                    .add("@type", "CreativeWork")
                    .add("name", frame.licence().text()));
        });
        JsonArrayBuilder graph = Json.createArrayBuilder()
                .add(Json.createObjectBuilder()
                        .add("@id", DESCRIPTOR)
                        .add("@type", "CreativeWork")
                        .add("about", reference(root))
                        .add("conformsTo", reference(VERSION)))
                .add(dataset.add("hasPart", parts));
        described.build().forEach(graph::add);
        return Json.createObjectBuilder()
                .add("@context", VERSION + "/context")
                .add("@graph", graph)
                .build();
    }

    private static JsonObjectBuilder reference(String iri) {
        return Json.createObjectBuilder().add("@id", iri);
    }
}
