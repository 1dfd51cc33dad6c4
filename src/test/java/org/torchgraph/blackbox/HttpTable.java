package org.torchgraph.blackbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What {@code docs/http.md} says, as it says it.
 *
 * @param paths the rows of the first table
 * @param requests the rows that begin with a request
 */
record HttpTable(List<Paths> paths, List<Row> requests) {
    private static final Pattern SPAN = Pattern.compile("(no )?`([^`]+)`");
    private static final Pattern REQUEST = Pattern.compile("`([A-Z]+) (/\\S*)`");
    private static final Pattern STATUS = Pattern.compile("\\d{3}");
    private static final Pattern MANY = Pattern.compile("\\{(\\d+)\\*(.)}");
    private static final Pattern FIELD = Pattern.compile("([A-Z][A-Za-z-]*): (.*)");

    /**
     * Paths and the statuses that they answer with, apart from those that are everywhere.
     *
     * @param patterns {@code …} stands for anything, <code>{a,b}</code> for either
     */
    record Paths(List<String> patterns, Set<Integer> statuses) {

        /** How long the part of the path is that a pattern names, or -1 when none fits. */
        int fit(String path) {
            return patterns.stream()
                    .filter(pattern -> path.matches(expression(pattern)))
                    .mapToInt(pattern -> pattern.replace("…", "").length())
                    .max()
                    .orElse(-1);
        }

        private static String expression(String pattern) {
            return pattern.replace(".", "\\.")
                    .replace("…", ".*")
                    .replace("{", "(")
                    .replace("}", ")")
                    .replace(",", "|");
        }
    }

    /**
     * One request.
     *
     * @param text the row as written
     * @param fields header fields that are sent, names and values in turn
     * @param claims what the answer holds, as written, {@code no } before what it does not
     */
    record Row(
            String text,
            String method,
            String path,
            List<String> fields,
            String body,
            int status,
            List<String> claims) {

        /** The same without what was sent under a condition. */
        String[] unconditionalFields() {
            List<String> kept = new ArrayList<>();
            for (int i = 0; i < fields.size(); i += 2) {
                if (!fields.get(i).startsWith("If-")) {
                    kept.addAll(fields.subList(i, i + 2));
                }
            }
            return kept.toArray(String[]::new);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    static HttpTable read() {
        List<Paths> paths = new ArrayList<>();
        List<Row> requests = new ArrayList<>();
        try (Stream<String> lines = Files.lines(Path.of("docs/http.md"))) {
            lines.filter(line -> line.startsWith("|")).forEach(line -> {
                List<String> cells = Stream.of(line.substring(1).split("\\|"))
                        .map(String::strip)
                        .toList();
                Matcher request = REQUEST.matcher(cells.get(0));
                if (request.matches()) {
                    requests.add(row(line, request, cells));
                } else if (cells.get(0).startsWith("`/")) {
                    paths.add(paths(cells));
                }
            });
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
        return new HttpTable(paths, requests);
    }

    private static Paths paths(List<String> cells) {
        Set<Integer> statuses = new LinkedHashSet<>();
        Matcher status = STATUS.matcher(cells.get(2));
        while (status.find()) {
            statuses.add(Integer.valueOf(status.group()));
        }
        return new Paths(spans(cells.get(0)), statuses);
    }

    private static Row row(String line, Matcher request, List<String> cells) {
        int at = 1;
        while (!STATUS.matcher(cells.get(at)).matches()) {
            at++;
        }
        List<String> fields = new ArrayList<>();
        String body = "";
        for (String sent : spans(String.join(" ", cells.subList(1, at)))) {
            Matcher field = FIELD.matcher(sent);
            if (field.matches()) {
                fields.addAll(List.of(field.group(1), field.group(2)));
            } else {
                body = sent;
            }
        }
        fields.replaceAll(HttpTable::written);
        List<String> claims = spans(String.join(" ", cells.subList(at + 1, cells.size())));
        return new Row(
                line,
                request.group(1),
                written(request.group(2)),
                fields,
                written(body),
                Integer.parseInt(cells.get(at)),
                claims);
    }

    /** With as many characters as the page says instead of {@code {40000*x}}. */
    private static String written(String text) {
        return MANY.matcher(text)
                .replaceAll(many -> Matcher.quoteReplacement(many.group(2).repeat(Integer.parseInt(many.group(1)))));
    }

    private static List<String> spans(String cell) {
        return SPAN.matcher(cell)
                .results()
                .map(span -> (span.group(1) == null ? "" : span.group(1)) + span.group(2))
                .toList();
    }
}
