package org.torchgraph.site.files;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.util.Collection;
import java.util.Comparator;

/** What a search in the browser looks through: a script that holds the entries, so that it works from a disk too. */
public final class StaticSearchIndex {
    private StaticSearchIndex() {}

    /**
     * One page.
     *
     * @param file relative to the folder of the site, percent-encoded
     * @param title its heading
     * @param other its heading in the other language, or empty
     * @param kind name of the class of its thing, or empty
     * @param lead its first sentence, or empty
     */
    public record IndexEntry(String file, String title, String other, String kind, String lead) {}

    /** The text of the script. */
    public static String script(Collection<IndexEntry> entries) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        entries.stream()
                .sorted(Comparator.comparing(IndexEntry::file))
                .forEach(entry -> all.add(Json.createArrayBuilder()
                        .add(entry.file())
                        .add(entry.title())
                        .add(entry.other())
                        .add(entry.kind())
                        .add(entry.lead())));
        return "window.staticIndex = " + all.build() + ";\n";
    }
}
