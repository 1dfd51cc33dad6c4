package org.torchgraph.model;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.expr.nodevalue.NodeFunctions;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OA;
import org.torchgraph.dataset.Reach;
import org.torchgraph.dataset.View;
import org.torchgraph.publication.evidence.EvidenceTerms;

/** An excerpt of the dataset: some things with a selectable part of their surroundings. */
public final class Neighbourhood {
    /**
     * The extent of an excerpt, which always has the statements of the things and of their parts.
     *
     * @param depth the number of links that are followed from the things to other described things
     * @param inverse whether to include the links to the things
     * @param labels whether to include the labels of all nodes
     * @param provenance whether to include the claims, their evidence and the sources
     * @param language a language range (RFC 4647 §2.1) that selects the texts with a language tag; empty for all
     */
    public record Extent(int depth, boolean inverse, boolean labels, boolean provenance, String language) {}

    private static final Set<Node> SOURCES = Set.of(OA.hasSource.asNode(), DCTerms.source.asNode());

    private static final Reach STATEMENTS = Reach.whole(Stream.of(), Stream.of(), false);
    private static final Reach LINKS = Reach.whole(Stream.of(), Stream.of(), true);

    private final View data;
    private final Statements statements;
    private final Labeller labeller;
    private final EvidenceTerms terms;
    private final Set<Node> taken = new LinkedHashSet<>();
    private final Set<Triple> triples = new LinkedHashSet<>();

    /** @param statements those of the data */
    Neighbourhood(View data, Statements statements, Labeller labeller, EvidenceTerms terms) {
        this.data = data;
        this.statements = statements;
        this.labeller = labeller;
        this.terms = terms;
    }

    Set<Triple> of(Collection<Node> things, Extent extent) {
        Collection<Node> next = things;
        for (int step = 0; step <= extent.depth() && !next.isEmpty(); step++) {
            take(next);
            next = objects(property -> true).stream()
                    .filter(node -> node.isURI() && !taken.contains(node))
                    .distinct()
                    .toList();
        }
        if (extent.inverse()) {
            Statements read = statements.in(data.around(things, LINKS));
            things.forEach(thing -> add(read.pointingTo(thing)));
        }
        if (extent.provenance()) {
            Reach reach = Reach.whole(Claims.toPassages(terms), Claims.toSubjects(terms), false);
            take(new Claims(statements.in(data.around(taken, reach)), terms)
                    .about(List.copyOf(taken)).stream().map(Claim::node).toList());
            take(objects(terms.evidence()::contains));
            take(objects(SOURCES::contains));
        }
        if (extent.labels()) {
            List<Node> named = named().toList();
            triples.addAll(labeller.read(named).statements(named).toList());
        }
        return triples.stream()
                .filter(triple -> extent.language().isEmpty() || isIn(extent.language(), triple.getObject()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Adds the statements of nodes and of their parts. */
    private void take(Collection<Node> nodes) {
        List<Node> all = nodes.stream()
                .flatMap(node -> statements.withParts(node).stream())
                .toList();
        Statements read = statements.in(data.around(all, STATEMENTS));
        for (Node node : nodes) {
            if (taken.add(node)) {
                List<Statement> own = read.about(node);
                add(own);
                read.partsOf(node, own).forEach((part, ofPart) -> {
                    taken.add(part);
                    add(ofPart);
                });
            }
        }
    }

    private void add(List<Statement> more) {
        more.forEach(statement -> triples.add(statement.triple()));
    }

    private List<Node> objects(Predicate<Node> property) {
        return triples.stream()
                .filter(triple -> property.test(triple.getPredicate()))
                .map(Triple::getObject)
                .toList();
    }

    private Stream<Node> named() {
        return triples.stream()
                .flatMap(triple -> Stream.of(triple.getSubject(), triple.getPredicate(), triple.getObject()))
                .filter(Node::isURI)
                .distinct();
    }

    private static boolean isIn(String range, Node object) {
        String tag = object.isLiteral() ? object.getLiteralLanguage() : "";
        return tag.isEmpty() || NodeFunctions.langMatches(tag, range);
    }
}
