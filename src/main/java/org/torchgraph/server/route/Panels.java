package org.torchgraph.server.route;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.torchgraph.question.Question;
import org.torchgraph.site.Panel;
import org.torchgraph.sparql.Table;

/** The questions that are answered on the page of a thing: those with a panel for a class that the thing is in. */
public final class Panels {
    private final Asking asking;

    public Panels(Asking asking) {
        this.asking = asking;
    }

    List<Panel> about(Edition edition, Node thing) {
        return edition.questions().panels(classes(edition.snapshot().data().getDefaultGraph(), thing)).stream()
                .filter(question -> question.query().isSelectType())
                .map(question -> panel(edition, question, thing))
                .toList();
    }

    private Panel panel(Edition edition, Question question, Node thing) {
        Table table = asking.table(edition, Asking.request(edition, question, Map.of(Question.THIS, thing.getURI())));
        return new Panel(question, table, edition.resources().labels(Asking.nodes(table)));
    }

    private static Set<String> classes(Graph union, Node thing) {
        Deque<Node> open = new ArrayDeque<>(objects(union, thing, RDF.type.asNode()));
        Set<Node> classes = new HashSet<>();
        while (!open.isEmpty()) {
            Node one = open.pop();
            if (classes.add(one)) {
                open.addAll(objects(union, one, RDFS.subClassOf.asNode()));
            }
        }
        return classes.stream().map(Node::getURI).collect(Collectors.toSet());
    }

    private static List<Node> objects(Graph union, Node subject, Node property) {
        return union.find(subject, property, Node.ANY)
                .mapWith(Triple::getObject)
                .filterKeep(Node::isURI)
                .toList();
    }
}
