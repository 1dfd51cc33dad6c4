package org.torchgraph.model.naming;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.RDFS;
import org.torchgraph.rdf.TripleSource;

/** The labels of terms of common vocabularies, from {@code well-known.ttl}. */
public final class CommonTermNames {
    private static final String OTHER_SCHEMA = "http://schema.org/";
    private static final Map<Node, List<Node>> NAMES = read();

    private CommonTermNames() {}

    /**
     * Returns the labels of a term; empty if no common vocabulary has it. Both IRI forms of schema.org terms are
     * recognised.
     */
    public static List<Node> names(Node term) {
        boolean other = term.isURI() && term.getURI().startsWith(OTHER_SCHEMA);
        return NAMES.getOrDefault(
                other ? NodeFactory.createURI("https" + term.getURI().substring("http".length())) : term, List.of());
    }

    /** Returns a function to the given labels of a term, or those of common vocabularies if it is not among them. */
    public static Function<Node, List<Node>> after(Map<Node, List<Node>> own) {
        return term -> own.containsKey(term) ? own.get(term) : names(term);
    }

    private static Map<Node, List<Node>> read() {
        TripleSource terms = TripleSource.of(RDFParser.create()
                .source(CommonTermNames.class.getResourceAsStream("well-known.ttl"))
                .lang(Lang.TURTLE)
                .toGraph());
        Map<Node, List<Node>> names = new HashMap<>();
        terms.find(Node.ANY, RDFS.label.asNode(), Node.ANY)
                .forEach(triple -> names.computeIfAbsent(triple.getSubject(), term -> new ArrayList<>())
                        .add(triple.getObject()));
        return names;
    }
}
