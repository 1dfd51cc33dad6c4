package org.torchgraph.server.query;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.system.G;
import org.torchgraph.question.Question;
import org.torchgraph.server.edition.Edition;
import org.torchgraph.site.question.Panel;

/** The questions that are answered on the page of a thing: those with a panel for a class that the thing is in. */
public final class Panels {
    private final Asking asking;

    public Panels(Asking asking) {
        this.asking = asking;
    }

    /** Their answers. */
    public List<Panel> about(Edition edition, Node thing) {
        return edition.questions().panels(classes(edition, thing)).stream()
                .filter(question -> question.query().isSelectType())
                .map(question -> panel(edition, question, thing))
                .toList();
    }

    private Panel panel(Edition edition, Question question, Node thing) {
        return new Panel(
                question,
                asking.read(edition, Asking.request(edition, question, Map.of(Question.THIS, thing.getURI()))));
    }

    private static Set<String> classes(Edition edition, Node thing) {
        return G.allTypesOfNodeRDFS(edition.snapshot().data().getDefaultGraph(), thing).stream()
                .filter(Node::isURI)
                .map(Node::getURI)
                .collect(Collectors.toSet());
    }
}
