package org.torchgraph.question;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;

/** The Chinese words for columns that are no terms of an ontology, by variable name. */
public final class ColumnWords {
    private static final Properties CHINESE = read();

    private ColumnWords() {}

    /** Returns the word for a variable. */
    public static Optional<String> chinese(String variable) {
        return Optional.ofNullable(CHINESE.getProperty(variable));
    }

    private static Properties read() {
        Properties words = new Properties();
        try (InputStream file = ColumnWords.class.getResourceAsStream("/org/torchgraph/site/columns_zh.properties")) {
            words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return words;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
