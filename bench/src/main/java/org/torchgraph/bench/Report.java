package org.torchgraph.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The results as Markdown; what there is so far is printed as it comes. */
final class Report {
    private static final String BEGIN = "<!-- results of bench/run -->\n";
    private static final String END = "<!-- end of the results -->\n";

    private final StringBuilder text = new StringBuilder();

    /** Adds a section, or a paragraph if it has no title. */
    void add(String title, String markdown) {
        String section = (title.isEmpty() ? "" : "### " + title + "\n\n") + markdown.strip() + "\n\n";
        System.out.print(section);
        text.append(section);
    }

    /** Writes the results into a file: between the marks if it has them, else as the whole file. */
    void write(Path file) throws IOException {
        String all = Files.exists(file) ? Files.readString(file) : "";
        int begin = all.indexOf(BEGIN);
        int end = all.indexOf(END);
        String results = text.toString().strip() + "\n";
        Files.writeString(
                file,
                begin < 0 || end < begin
                        ? results
                        : all.substring(0, begin + BEGIN.length()) + "\n" + results + "\n" + all.substring(end));
    }
}
