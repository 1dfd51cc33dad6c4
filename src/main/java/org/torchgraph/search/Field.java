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
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.XSD;
import org.torchgraph.model.naming.Naming;
import org.torchgraph.model.naming.TextProperties;

/**
 * The role of a text for its thing, with the weight of a match in it; {@code fields.properties} assigns roles to
 * properties.
 */
enum Field {
    LABEL(60),
    NUMBER(60),
    ALT(40),
    TITLE(30),
    /** Names of another thing that the thing belongs to, such as the province of a place. */
    CONTEXT(20),
    DEFINITION(10),
    /** Any other text. */
    REST(5),
    /** Labels of facet values, such as the issuer. */
    LINKED(3),
    /** Text that is not meant for readers of the thing. */
    IGNORED(0);

    private static final Map<String, Field> BY_PROPERTY = read();

    private static final Set<String> UNSEARCHED_DATATYPES =
            Set.of(XSD.xboolean.getURI(), XSD.hexBinary.getURI(), XSD.base64Binary.getURI());

    final float weight;

    Field(float weight) {
        this.weight = weight;
    }

    /** Returns the role of the texts of a property, which a publication may set itself. */
    static Field of(Node property, Naming naming, Map<Node, String> own) {
        String set = own.get(property);
        Field field = set != null ? valueOf(set.toUpperCase(Locale.ROOT)) : BY_PROPERTY.get(property.getURI());
        if (field != null) {
            return field;
        }
        if (naming.isName(property)) {
            return naming.isCalledLikeName(property) ? TITLE : LABEL;
        }
        return TextProperties.describes(property) ? DEFINITION : REST;
    }

    /** Returns the properties that have this role, of which a publication may set some itself. */
    Stream<Node> properties(Map<Node, String> own) {
        return Stream.concat(
                own.entrySet().stream()
                        .filter(set -> valueOf(set.getValue().toUpperCase(Locale.ROOT)) == this)
                        .map(Map.Entry::getKey),
                BY_PROPERTY.entrySet().stream()
                        .filter(role -> role.getValue() == this)
                        .map(role -> NodeFactory.createURI(role.getKey())));
    }

    /** Returns whether the literal has text that readers search for. */
    static boolean isSearchable(Node literal) {
        return !UNSEARCHED_DATATYPES.contains(literal.getLiteralDatatypeURI());
    }

    /** Returns whether the text names the thing. */
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
