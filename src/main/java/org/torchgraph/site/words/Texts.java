package org.torchgraph.site.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/** The sentences of the pages in one language, from {@code text_<code>.properties}. */
public final class Texts {
    private static final Map<Language, Texts> ALL = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            ALL.put(language, new Texts("text_" + language.code() + ".properties"));
        }
    }

    private final Properties sentences;

    private Texts(String file) {
        sentences = read(file);
    }

    static Texts in(Language language) {
        return ALL.get(language);
    }

    /** The sentence of a key, with each {@code {n}} replaced by the n-th value, counted from 0. */
    public String say(String key, Object... values) {
        String sentence = sentences.getProperty(key);
        if (sentence == null) {
            throw new IllegalArgumentException("No text for " + key);
        }
        for (int i = 0; i < values.length; i++) {
            sentence = sentence.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return sentence;
    }

    Set<String> keys() {
        return sentences.stringPropertyNames();
    }

    /** A properties file of the pages, in UTF-8. */
    public static Properties read(String file) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(file(file)));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    /** A file of the pages, in UTF-8. */
    public static String file(String file) {
        try (InputStream in = Texts.class.getResourceAsStream("/org/torchgraph/site/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
