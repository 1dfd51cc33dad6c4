package org.torchgraph.check.engine;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.process.normalize.NormalizeRDFTerms;
import org.apache.jena.sparql.core.Quad;
import org.torchgraph.rdf.digest.CanonicalLabels;

/**
 * The statements of a graph by their values: literals in canonical form, language tags in small letters and blank nodes
 * with canonical labels.
 *
 * @param byValue the statement, as it is spelled, that has a value
 */
record StatementValues(Map<Quad, Quad> byValue) {

    static StatementValues of(Collection<Quad> quads) {
        Map<Quad, Quad> spelled = new LinkedHashMap<>();
        quads.forEach(quad -> spelled.putIfAbsent(value(quad), quad));
        Map<Node, Node> names = CanonicalLabels.names(spelled.keySet().stream()
                .filter(quad -> CanonicalLabels.blanks(quad).findAny().isPresent())
                .collect(Collectors.toSet()));
        Map<Quad, Quad> byValue = new LinkedHashMap<>();
        spelled.forEach(
                (value, quad) -> byValue.put(CanonicalLabels.named(value, names), CanonicalLabels.named(quad, names)));
        return new StatementValues(byValue);
    }

    private static Quad value(Quad quad) {
        return Quad.create(quad.getGraph(), quad.getSubject(), quad.getPredicate(), value(quad.getObject()));
    }

    private static Node value(Node term) {
        if (!term.isLiteral()) {
            return term;
        }
        return term.getLiteralLanguage().isEmpty()
                ? NormalizeRDFTerms.getXSD().normalize(term)
                : NodeFactory.createLiteralLang(
                        term.getLiteralLexicalForm(), term.getLiteralLanguage().toLowerCase(Locale.ROOT));
    }
}
