package org.torchgraph.question;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.torchgraph.messages.Language;

/**
 * The words for columns that are no terms of an ontology, by variable name: {@code columns_<code>.properties} of each
 * language but English, where the names of variables are such words.
 */
public final class ColumnWords {
    private static final Map<String, Properties> WORDS = new ConcurrentHashMap<>();

    private ColumnWords() {}

    /** Returns the word for a variable in a language; empty if there is none. */
    public static Optional<String> in(Language language, String variable) {
        return Optional.ofNullable(
                WORDS.computeIfAbsent(language.code(), ColumnWords::read).getProperty(variable));
    }

    private static Properties read(String code) {
        Properties words = new Properties();
        try (InputStream file =
                ColumnWords.class.getResourceAsStream("/org/torchgraph/site/columns_" + code + ".properties")) {
            if (file != null) {
                words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            }
            return words;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
