package org.torchgraph.site.files;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.util.Collection;
import java.util.Comparator;

/** The index of the search in the browser. It is a script and not JSON, so that it also loads from a disk. */
public final class StaticSearchIndex {
    private StaticSearchIndex() {}

    /**
     * One page of the index.
     *
     * @param file the file relative to the folder of the site, percent-encoded
     * @param title its heading
     * @param other its heading in the other language, or an empty text
     * @param kind the class of its thing, or an empty text
     * @param lead its first sentence, or an empty text
     */
    public record IndexEntry(String file, String title, String other, String kind, String lead) {}

    /** Returns the script that defines the index. */
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
