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
 * @param severities how bad what a rule or a check finds is, by its name, where that is not as the program has it
 */
public record Settings(Map<String, SeveritySetting> severities) {
    /** Of the vocabulary of {@code site.ttl}, the same for every publication. */
    public static final String NS = "https://w3id.org/torchgraph/site#";

    /** Those of a publication that sets nothing. */
    public static final Settings DEFAULT = new Settings(Map.of());

    static final Node SEVERITY = term("severity");
    static final Node OF = term("of");
    private static final Node IS = term("is");

    /** How bad a finding is to be. */
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

    /** How bad what a rule or a check finds is, if that is set. */
    public Optional<SeveritySetting> severity(String name) {
        return Optional.ofNullable(severities.get(name));
    }

    static Node term(String name) {
        return NodeFactory.createURI(NS + name);
    }
}
