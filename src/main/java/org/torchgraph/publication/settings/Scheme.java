package org.torchgraph.publication.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/** One of the two colour schemes of pages. Their grounds are in {@code grounds.properties}, as in the style sheet. */
public enum Scheme {
    LIGHT,
    DARK;

    private static final Properties GROUNDS = read();

    private static Properties read() {
        Properties properties = new Properties();
        try (InputStream file = Scheme.class.getResourceAsStream("grounds.properties")) {
            properties.load(file);
            return properties;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Returns the property of the colour in the scheme. */
    Node property() {
        return Settings.term(name().toLowerCase(Locale.ROOT));
    }

    /** Returns the colours on which text stands. */
    public List<Colour> grounds() {
        return Stream.of(GROUNDS.getProperty(name().toLowerCase(Locale.ROOT)).split(" "))
                .map(Colour::of)
                .toList();
    }
}
