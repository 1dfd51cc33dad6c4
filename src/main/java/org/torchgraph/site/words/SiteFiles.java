package org.torchgraph.site.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Reads UTF-8 resources of the package {@code org.torchgraph.site}. */
public final class SiteFiles {
    private SiteFiles() {}

    /** Reads a properties file. */
    public static Properties properties(String file) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text(file)));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    /** Reads a text file. */
    public static String text(String file) {
        try (InputStream in = SiteFiles.class.getResourceAsStream("/org/torchgraph/site/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
