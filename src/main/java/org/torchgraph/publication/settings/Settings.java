package org.torchgraph.publication.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.util.NodeCmp;
import org.torchgraph.messages.InterfaceLanguages;
import org.torchgraph.publication.evidence.EvidenceTerms;
import org.torchgraph.rdf.TripleSource;

/**
 * What the editors of a publication set in {@code site.ttl}.
 *
 * @param severities the severities that the publication sets, by the name of the rule or check
 * @param presentation how things are shown, named and found
 * @param evidence the properties by which the publication states evidence and claims
 * @param writable the names of the graphs that writers may change, those that end with {@code /} for all that begin so;
 *     empty if these are all
 * @param web its further bases and the hosts of its pictures
 * @param website the site as its owner sets it
 */
public record Settings(
        Map<String, SeveritySetting> severities,
        Presentation presentation,
        EvidenceTerms evidence,
        List<String> writable,
        WebSettings web,
        Website website) {
    /** The namespace of the settings vocabulary. */
    public static final String NS = "https://w3id.org/torchgraph/site#";

    /** The settings of a publication without {@code site.ttl}. */
    public static final Settings DEFAULT = new Settings(
            Map.of(), Presentation.DEFAULT, EvidenceTerms.DEFAULT, List.of(), WebSettings.DEFAULT, Website.DEFAULT);

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
     * @param root the folder of the publication, for the files that they name
     */
    public static Settings of(TripleSource triples, Path root) {
        Map<String, SeveritySetting> severities = new TreeMap<>();
        values(triples, "severity")
                .forEach(set -> severities.put(
                        text(triples, set, OF),
                        SeveritySetting.valueOf(text(triples, set, IS).toUpperCase(Locale.ROOT))));
        return new Settings(
                Map.copyOf(severities),
                Presentation.of(triples),
                new EvidenceTerms(
                                values(triples, "evidence"),
                                values(triples, "quoteDigest"),
                                values(triples, "sourceDigest"),
                                values(triples, "sourceKind"),
                                values(triples, "basis"),
                                values(triples, "confidence"),
                                values(triples, "claimStatus"))
                        .orDefault(),
                values(triples, "writable").stream().map(Node::getURI).toList(),
                WebSettings.of(triples),
                Website.of(triples, new SettingsValues(triples, root, InterfaceLanguages.BUNDLED).logo()));
    }

    /** Returns the values of a setting, sorted, so that their order does not depend on the store. */
    static List<Node> values(TripleSource triples, String setting) {
        return triples.objects(Node.ANY, term(setting))
                .distinct()
                .sorted(NodeCmp::compareRDFTerms)
                .toList();
    }

    static String text(TripleSource triples, Node subject, Node property) {
        return triples.objects(subject, property).findFirst().orElseThrow().getLiteralLexicalForm();
    }

    /** Returns whether writers may change a graph. */
    public boolean mayBeWritten(String graph) {
        return writable.isEmpty()
                || writable.stream().anyMatch(name -> name.endsWith("/") ? graph.startsWith(name) : graph.equals(name));
    }

    /** Returns the severity set for a rule or check, if any. */
    public Optional<SeveritySetting> severity(String name) {
        return Optional.ofNullable(severities.get(name));
    }

    static Node term(String name) {
        return NodeFactory.createURI(NS + name);
    }
}
