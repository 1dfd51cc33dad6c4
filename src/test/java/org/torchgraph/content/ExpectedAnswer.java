package org.torchgraph.content;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.torchgraph.query.QueryEngine;
import org.torchgraph.query.QueryRequest;
import org.torchgraph.query.ResultFormat;
import org.torchgraph.query.ResultReaders;
import org.torchgraph.query.SpooledResult;
import org.torchgraph.question.Question;
import org.torchgraph.question.Questions;

/**
 * An answer that was read against the sources.
 *
 * @param file a table, {@code question.csv} or {@code question@parameter=value&parameter=value.csv}
 */
record ExpectedAnswer(Path file) {
    private static final Path ALL = Path.of("src/test/resources/questions");

    /** All of them, by their names. */
    static List<ExpectedAnswer> all() throws IOException {
        return in(ALL);
    }

    /** Those of a folder, by their names. */
    static List<ExpectedAnswer> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .map(ExpectedAnswer::new)
                    .toList();
        }
    }

    String name() {
        return file.getFileName().toString();
    }

    String question() {
        return name().replaceFirst("(@.*)?\\.csv$", "");
    }

    String text() throws IOException {
        return Files.readString(file).replace("\r\n", "\n");
    }

    /** What a store answers now. */
    String ask(Questions questions, String base, QueryEngine store) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        String given = name().replaceFirst("\\.csv$", "");
        if (given.contains("@")) {
            for (String pair : given.substring(given.indexOf('@') + 1).split("&")) {
                values.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
            }
        }
        Question question = questions.named(question()).orElseThrow();
        return csv(store, question.prepare(values, base));
    }

    static String csv(QueryEngine store, QueryRequest request) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SpooledResult answer = store.query(request, ResultReaders.bytes(ResultFormat.CSV, 10_000_000))) {
            answer.writeTo(out);
        }
        return out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
}
