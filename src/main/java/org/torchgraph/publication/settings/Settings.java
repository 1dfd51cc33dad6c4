package org.torchgraph.publication.settings;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.torchgraph.rdf.TripleSource;

/**
 * What the editors of a publication set in {@code site.ttl}.
 *
 * @param severities the severities that the publication sets, by the name of the rule or check
 */
public record Settings(Map<String, SeveritySetting> severities) {
    /** The namespace of the settings vocabulary. */
    public static final String NS = "https://w3id.org/torchgraph/site#";

    /** The settings of a publication without {@code site.ttl}. */
    public static final Settings DEFAULT = new Settings(Map.of());

    static final Node SEVERITY = term("severity");
    static final Node OF = term("of");
    private static final Node IS = term("is");

    /** The severity that a setting gives to findings. */
    public enum SeveritySetting {
        OFF,
        WARNING,
        ERROR
    }

    /**
     * Reads settings.
     *
     * @param triples that conform to the shapes of settings
     */
    public static Settings of(TripleSource triples) {
        Map<String, SeveritySetting> severities = new TreeMap<>();
        triples.find(Node.ANY, SEVERITY, Node.ANY)
                .map(Triple::getObject)
                .forEach(set -> severities.put(
                        text(triples, set, OF),
                        SeveritySetting.valueOf(text(triples, set, IS).toUpperCase(Locale.ROOT))));
        return new Settings(Map.copyOf(severities));
    }

    private static String text(TripleSource triples, Node subject, Node property) {
        return triples.objects(subject, property).findFirst().orElseThrow().getLiteralLexicalForm();
    }

    /** Returns the severity set for a rule or check, if any. */
    public Optional<SeveritySetting> severity(String name) {
        return Optional.ofNullable(severities.get(name));
    }

    static Node term(String name) {
        return NodeFactory.createURI(NS + name);
    }
}
