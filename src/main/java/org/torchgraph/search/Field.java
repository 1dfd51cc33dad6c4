package org.torchgraph.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.XSD;

/** What a text is to its thing, and how much it weighs to find a word in it; {@code fields.properties} says which. */
enum Field {
    LABEL(60),
    NUMBER(60),
    ALT(40),
    TITLE(30),
    DEFINITION(10),
    /** Any other text. */
    REST(5),
    /** Names of what the thing can be filtered by, as its issuer. */
    LINKED(3),
    /** Not for readers of the thing. */
    IGNORED(0);

    private static final Map<String, Field> BY_PROPERTY = read();

    final float weight;

    Field(float weight) {
        this.weight = weight;
    }

    /** Of a text; IGNORED for a value that is no text. */
    static Field of(Node property, Node value) {
        Field field = BY_PROPERTY.get(property.getURI());
        if (!value.isLiteral()) {
            return IGNORED;
        }
        if (field != null) {
            return field;
        }
        String datatype = value.getLiteralDatatypeURI();
        boolean text = datatype.equals(XSD.xstring.getURI()) || datatype.equals(RDF.langString.getURI());
        return text ? REST : IGNORED;
    }

    /** Whether a thing that has this can be found. */
    boolean isName() {
        return this == LABEL || this == NUMBER || this == ALT || this == TITLE;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Field> read() {
        Properties listed = new Properties();
        try (InputStream in = Field.class.getResourceAsStream("fields.properties")) {
            listed.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        Map<String, Field> fields = new HashMap<>();
        for (String name : listed.stringPropertyNames()) {
            for (String property : listed.getProperty(name).trim().split("\\s+")) {
                fields.put(property, valueOf(name.toUpperCase(Locale.ROOT)));
            }
        }
        return fields;
    }
}
