package org.torchgraph.check.report;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.torchgraph.check.Finding;
import org.torchgraph.http.PercentEncoding;
import org.torchgraph.messages.Language;
import org.torchgraph.publication.Location;

/**
 * All findings in the <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">format of static
 * analysis</a>, which editors and forges show beside the lines. Files are relative to the publication.
 *
 * @param version that of the program
 * @param publication the folder
 */
public record SarifReport(Language language, String version, Path publication) {
    private static final String FOLDER = "PUBLICATION";
    private static final String PROJECT = "https://w3id.org/torchgraph/";
    private static final String RULES = PROJECT + "docs/rules.md";

    /** Returns the document. */
    public JsonObject of(List<Finding> findings) {
        JsonArrayBuilder rules = Json.createArrayBuilder();
        JsonArrayBuilder results = Json.createArrayBuilder();
        int index = 0;
        for (var kind : FindingKinds.of(findings).byKind().entrySet()) {
            rules.add(rule(kind.getKey(), kind.getValue().getFirst()));
            for (Finding finding : kind.getValue()) {
                results.add(result(finding).add("ruleIndex", index));
            }
            index++;
        }
        JsonObjectBuilder driver = Json.createObjectBuilder()
                .add("name", "Torchgraph")
                .add("version", version)
                .add("informationUri", PROJECT)
                .add("rules", rules);
        String folder = publication.toAbsolutePath().normalize().toUri().toString();
        JsonObjectBuilder run = Json.createObjectBuilder()
                .add("tool", Json.createObjectBuilder().add("driver", driver))
                .add("columnKind", "utf16CodeUnits")
                .add(
                        "originalUriBaseIds",
                        Json.createObjectBuilder()
                                .add(FOLDER, Json.createObjectBuilder().add("uri", folder)))
                .add("results", results);
        return Json.createObjectBuilder()
                .add("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
                .add("version", "2.1.0")
                .add("runs", Json.createArrayBuilder().add(run))
                .build();
    }

    /** Returns what is told of a kind: what its first finding says of it, and how severe it is. */
    private JsonObjectBuilder rule(String kind, Finding first) {
        return Json.createObjectBuilder()
                .add("id", kind)
                .add("name", kind)
                .add(
                        "shortDescription",
                        Json.createObjectBuilder().add("text", first.message().in(language)))
                .add("helpUri", RULES)
                .add("defaultConfiguration", Json.createObjectBuilder().add("level", level(first)));
    }

    private static String level(Finding finding) {
        return finding.isError() ? "error" : "warning";
    }

    private JsonObjectBuilder result(Finding finding) {
        JsonObjectBuilder place = Json.createObjectBuilder().add("artifactLocation", artifact(finding.place()));
        if (finding.place().line() > 0) {
            place.add("region", region(finding.place()));
        }
        return Json.createObjectBuilder()
                .add("ruleId", finding.kind())
                .add("level", level(finding))
                .add(
                        "message",
                        Json.createObjectBuilder().add("text", finding.message().in(language)))
                .add(
                        "locations",
                        Json.createArrayBuilder().add(Json.createObjectBuilder().add("physicalLocation", place)));
    }

    /** Returns where a file is; what an engine has is at its address. */
    private static JsonObjectBuilder artifact(Location place) {
        if (place.file().contains("://")) {
            return Json.createObjectBuilder().add("uri", PercentEncoding.ascii(place.file()));
        }
        String path =
                Stream.of(place.file().split("/")).map(PercentEncoding::value).collect(Collectors.joining("/"));
        return Json.createObjectBuilder().add("uri", path).add("uriBaseId", FOLDER);
    }

    private static JsonObjectBuilder region(Location place) {
        JsonObjectBuilder region = Json.createObjectBuilder().add("startLine", place.line());
        return place.column() > 0 ? region.add("startColumn", place.column()) : region;
    }
}
