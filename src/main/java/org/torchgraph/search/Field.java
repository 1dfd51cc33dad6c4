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
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.XSD;
import org.torchgraph.model.naming.Naming;

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

    private static final Set<String> UNREAD =
            Set.of(XSD.xboolean.getURI(), XSD.hexBinary.getURI(), XSD.base64Binary.getURI());

    final float weight;

    Field(float weight) {
        this.weight = weight;
    }

    /** Of the texts that a property gives, by what it is to its things. */
    static Field of(Node property, Naming naming) {
        Field field = BY_PROPERTY.get(property.getURI());
        return field != null ? field : naming.isName(property) ? LABEL : REST;
    }

    /** Whether somebody may look for what a literal says. */
    static boolean isRead(Node literal) {
        return !UNREAD.contains(literal.getLiteralDatatypeURI());
    }

    /** Whether it names the thing. */
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
