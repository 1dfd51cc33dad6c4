package org.torchgraph.model.naming;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The properties of common vocabularies that name, describe and depict things, from {@code names.properties}. */
public final class TextProperties {
    private static final Properties FILE = file();

    static final List<Node> NAMES = listed("name");
    static final List<Node> OTHER_NAMES = listed("other");
    static final List<Node> FORMS = listed("form");
    static final List<Node> PERSON = listed("person");
    static final Set<Node> NEVER = Set.copyOf(listed("never"));
    private static final List<String> NAMED = words("named");
    private static final Set<String> DESCRIBED = Set.copyOf(words("described"));

    /** The properties that describe a thing, the first that counts before the others. */
    public static final List<Node> DESCRIPTIONS = listed("description");

    /** The properties whose values are pictures of a thing. */
    public static final Set<Node> IMAGES = Set.copyOf(listed("image"));

    private static final Set<Node> DESCRIBING = Set.copyOf(DESCRIPTIONS);

    private TextProperties() {}

    /** Returns whether a property describes things, as it is listed or as its local name says. */
    public static boolean describes(Node property) {
        return DESCRIBING.contains(property) || DESCRIBED.contains(localName(property));
    }

    /** Returns the place of the local name of a property among those that tell of a name; -1 if it is none of them. */
    static int placeAmongNames(Node property) {
        return NAMED.indexOf(localName(property));
    }

    /** Returns whether a property has its place by its IRI. */
    static boolean isListed(Node property) {
        return NAMES.contains(property)
                || OTHER_NAMES.contains(property)
                || PERSON.contains(property)
                || NEVER.contains(property);
    }

    private static String localName(Node property) {
        return IriEnd.of(property.getURI()).toLowerCase(Locale.ROOT);
    }

    private static List<Node> listed(String key) {
        return words(key).stream().map(NodeFactory::createURI).toList();
    }

    private static List<String> words(String key) {
        return Stream.of(FILE.getProperty(key).trim().split("\\s+")).toList();
    }

    private static Properties file() {
        Properties listed = new Properties();
        try (InputStream in = TextProperties.class.getResourceAsStream("names.properties")) {
            listed.load(in);
            return listed;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
