package org.torchgraph.check.report;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.torchgraph.check.Finding;
import org.torchgraph.messages.Language;
import org.torchgraph.publication.Location;

/** All findings as JSON: each with its place, severity, kind and message, and how many there are of each kind. */
public record JsonReport(Language language) {

    /** Returns the document. */
    public JsonObject of(List<Finding> findings) {
        JsonObjectBuilder kinds = Json.createObjectBuilder();
        JsonArrayBuilder all = Json.createArrayBuilder();
        FindingKinds.of(findings).byKind().forEach((kind, some) -> {
            kinds.add(kind, counts(some));
            some.forEach(finding -> all.add(finding(finding)));
        });
        return Json.createObjectBuilder()
                .add("counts", counts(findings).add("kinds", kinds))
                .add("findings", all)
                .build();
    }

    private static JsonObjectBuilder counts(List<Finding> findings) {
        return Json.createObjectBuilder()
                .add("errors", FindingKinds.errors(findings))
                .add("warnings", FindingKinds.warnings(findings));
    }

    private JsonObjectBuilder finding(Finding finding) {
        Location place = finding.place();
        JsonObjectBuilder told = Json.createObjectBuilder().add("file", place.file());
        if (place.line() > 0) {
            told.add("line", place.line());
        }
        if (place.column() > 0) {
            told.add("column", place.column());
        }
        return told.add("severity", finding.isError() ? "error" : "warning")
                .add("kind", finding.kind())
                .add("message", finding.message().in(language));
    }
}
