package org.torchgraph.publication.evidence;

import java.util.Optional;
import java.util.OptionalInt;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.util.NodeCmp;
import org.apache.jena.vocabulary.OA;
import org.apache.jena.vocabulary.RDF;
import org.torchgraph.rdf.TripleSource;

/**
 * Reads the passages of sources that evidence refers to.
 *
 * @see <a href="https://www.w3.org/TR/annotation-vocab/">Web Annotation Vocabulary</a>, for {@code oa:}
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5147">RFC 5147</a>, for {@code line=}
 */
public final class Passages {
    private final TripleSource graph;
    private final EvidenceTerms terms;

    /** Creates a reader of a graph that describes evidence. */
    public Passages(TripleSource graph, EvidenceTerms terms) {
        this.graph = graph;
        this.terms = terms;
    }

    /** Returns the passage of an evidence node; parts that it does not state are empty. */
    public Passage read(Node evidence) {
        Node source = object(evidence, OA.hasSource.asNode()).orElse(null);
        String sha256 = terms.quoteDigest().stream()
                .flatMap(property -> object(evidence, property).stream())
                .findFirst()
                .map(Node::getLiteralLexicalForm)
                .orElse("");
        String lines = "";
        OptionalInt start = OptionalInt.empty();
        OptionalInt end = OptionalInt.empty();
        for (Node selector : graph.objects(evidence, OA.hasSelector.asNode()).toList()) {
            OptionalInt from = number(selector, OA.start.asNode());
            start = from.isPresent() ? from : start;
            OptionalInt to = number(selector, OA.end.asNode());
            end = to.isPresent() ? to : end;
            lines = object(selector, RDF.value.asNode())
                    .map(Node::getLiteralLexicalForm)
                    .flatMap(LineRange::counted)
                    .orElse(lines);
        }
        return new Passage(evidence, source, sourceKind(source), lines, start, end, sha256);
    }

    private Node sourceKind(Node source) {
        return terms.sourceKind().stream()
                .filter(property -> source != null)
                .flatMap(property -> object(source, property).stream())
                .findFirst()
                .orElse(null);
    }

    private OptionalInt number(Node subject, Node property) {
        return object(subject, property)
                .filter(node -> node.isLiteral() && node.getLiteralLexicalForm().matches("\\d{1,9}"))
                .map(node -> OptionalInt.of(Integer.parseInt(node.getLiteralLexicalForm())))
                .orElse(OptionalInt.empty());
    }

    private Optional<Node> object(Node subject, Node property) {
        return graph.objects(subject, property).min(NodeCmp::compareRDFTerms);
    }
}
