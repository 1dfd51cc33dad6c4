package org.torchgraph.messages;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the catalogues that come with the program, {@code messages_<code>.properties}, which are listed in a file. */
final class CatalogueText {
    private static final String LIST = "catalogues.txt";

    private CatalogueText() {}

    /** Returns the codes of the languages with a catalogue. */
    static Stream<String> codes() {
        return text(LIST).lines().map(String::strip).filter(line -> !line.isEmpty());
    }

    /** Returns the patterns of a catalogue by key. */
    static Map<String, String> bundled(String code) {
        Properties patterns = new Properties();
        try {
            patterns.load(new StringReader(text("messages_" + code + ".properties")));
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return patterns.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, patterns::getProperty));
    }

    private static String text(String file) {
        try (InputStream in = CatalogueText.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
