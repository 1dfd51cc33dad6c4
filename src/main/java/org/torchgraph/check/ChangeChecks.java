package org.torchgraph.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.compose.Union;
import org.apache.jena.query.Query;
import org.apache.jena.shacl.engine.Target;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.VLib;
import org.apache.jena.sparql.core.Quad;
import org.torchgraph.check.Finding.Severity;
import org.torchgraph.check.reach.ChangedTriples;
import org.torchgraph.check.reach.QueryReads;
import org.torchgraph.check.reach.ShapeReads;
import org.torchgraph.dataset.Change;
import org.torchgraph.dataset.Snapshot;
import org.torchgraph.messages.Message;
import org.torchgraph.publication.Locator;
import org.torchgraph.query.guard.QueryParsing;
import org.torchgraph.rdf.TripleSource;

/**
 * Finds what a change breaks. Shapes and rules are asked about the nodes that it can make a difference to, of which
 * {@link QueryReads} tells which; links, names, texts and literals about the triples that it touches. So the time
 * depends on the change, not on the size of the dataset.
 */
public final class ChangeChecks {
    private final CheckedData files;
    private final List<Rule> rules;
    private final ShapeCheck.ParsedShapes shapes;
    private final Map<Rule, Query> queries = new HashMap<>();
    private final Map<Rule, Optional<QueryReads>> ruleReads = new HashMap<>();
    private final Map<Shape, Optional<ShapeReads>> shapeReads = new HashMap<>();

    /**
     * Reads rules and shapes, which do not change.
     *
     * @param files the data of a publication as its files have them
     */
    public ChangeChecks(CheckedData files, List<Rule> rules) {
        this.files = files;
        this.rules = List.copyOf(rules);
        this.shapes = ShapeCheck.parsed(files.shapes());
        rules.forEach(rule -> {
            Query query = QueryParsing.checked(rule.text(), files.base()).query();
            queries.put(rule, query);
            ruleReads.put(rule, QueryReads.of(query, RowOperators.THIS));
        });
        shapes.shapes()
                .ifPresent(all -> all.getTargetShapes().forEach(shape -> shapeReads.put(shape, ShapeReads.of(shape))));
    }

    /** What stands for a finding: the same sentence with the same severity is the same. */
    private record FoundFault(Severity severity, Message message) {
        static FoundFault of(Finding finding) {
            return new FoundFault(finding.severity(), finding.message());
        }
    }

    /**
     * Returns the findings that a version has and the one before it has not.
     *
     * @param change what was changed between them
     * @param places finds where a statement of a version is written
     */
    public List<Finding> brought(Snapshot before, Snapshot after, Change change, Function<Snapshot, Locator> places) {
        Set<Triple> touched = Stream.of(change.removed(), change.added())
                .flatMap(Set::stream)
                .map(Quad::asTriple)
                .collect(Collectors.toSet());
        Graph gone = GraphMemFactory.createGraphMemIndexedSet();
        change.removed().stream().map(Quad::asTriple).forEach(gone::add);
        Graph now = after.union().asGraph();
        ChangedTriples changed =
                new ChangedTriples(touched, TripleSource.of(gone.isEmpty() ? now : new Union(now, gone)));
        Set<Triple> known = concerned(before, change);
        change.added().stream().map(Quad::asTriple).forEach(added -> alike(before.union(), added)
                .forEach(known::add));
        CheckedData old = files.at(before, Optional.of(known), places.apply(before));
        CheckedData data = files.at(after, Optional.of(concerned(after, change)), places.apply(after));
        List<Asked> asked = rules.stream()
                .flatMap(rule -> rule.severity().asSet(files.settings(), rule.name()).stream()
                        .map(severity -> new Asked(
                                rule, severity, affected(ruleReads.get(rule), changed, QueryReads::affected))))
                .toList();
        Stream<Finding> ofRules = asked.parallelStream()
                .flatMap(one -> news(data, old, one.nodes(), (version, nodes) -> findings(version, one, nodes)))
                .toList()
                .stream();
        Map<Shape, Optional<Set<Node>>> focus = new HashMap<>();
        shapeReads.forEach((shape, reads) -> focus.put(shape, affected(reads, changed, ShapeReads::affected)));
        Stream<Finding> ofShapes = news(data, old, Optional.empty(), (version, all) -> new ShapeCheck(version)
                .findings(shapes, shape -> focusNodes(version.union(), shape, focus.get(shape))));
        Stream<Finding> others =
                news(data, old, Optional.empty(), (version, all) -> new DataChecks(version, List.of()).ofTriples());
        return DataChecks.sorted(Stream.of(ofRules, ofShapes, others).flatMap(found -> found));
    }

    /** A rule that a change can break, about the nodes that this concerns; about all if these are empty. */
    private record Asked(Rule rule, Severity severity, Optional<Set<Node>> nodes) {}

    private List<Finding> findings(CheckedData version, Asked asked, Optional<Set<Node>> nodes) {
        RuleCheck check = new RuleCheck(version);
        return nodes.flatMap(some -> RuleOfNodes.of(queries.get(asked.rule()), some))
                .map(about -> check.findings(asked.rule(), asked.severity(), about))
                .orElseGet(() -> check.findings(asked.rule(), asked.severity()));
    }

    private static <T> Optional<Set<Node>> affected(
            Optional<T> reads, ChangedTriples change, BiFunction<T, ChangedTriples, Optional<Set<Node>>> work) {
        return reads.flatMap(known -> work.apply(known, change));
    }

    private static Collection<Node> focusNodes(TripleSource data, Shape shape, Optional<Set<Node>> affected) {
        return affected.<Collection<Node>>map(nodes -> nodes.stream()
                        .filter(node -> shape.getTargets().stream().anyMatch(target -> isFocusNode(data, target, node)))
                        .toList())
                .orElseGet(() -> VLib.focusNodes(data.asGraph(), shape));
    }

    private static boolean isFocusNode(TripleSource data, Target target, Node node) {
        return switch (target.getTargetType()) {
            case targetNode -> target.getObject().equals(node);
            case targetSubjectsOf -> data.contains(node, target.getObject(), Node.ANY);
            case targetObjectsOf -> data.contains(Node.ANY, target.getObject(), node);
            case targetClass, implicitClass ->
                data.classes(node).anyMatch(type -> data.superclasses(type).contains(target.getObject()));
            default -> target.getFocusNodes(data.asGraph()).contains(node);
        };
    }

    /** Runs a check over a version and, if it finds something, over the one before it. */
    private static Stream<Finding> news(
            CheckedData data,
            CheckedData old,
            Optional<Set<Node>> nodes,
            BiFunction<CheckedData, Optional<Set<Node>>, List<Finding>> check) {
        if (nodes.isPresent() && nodes.get().isEmpty()) {
            return Stream.empty();
        }
        List<Finding> found = check.apply(data, nodes);
        if (found.isEmpty()) {
            return Stream.empty();
        }
        Set<FoundFault> known =
                check.apply(old, nodes).stream().map(FoundFault::of).collect(Collectors.toSet());
        return found.stream().filter(finding -> !known.contains(FoundFault.of(finding)));
    }

    /**
     * Returns triples that have the same findings as a triple may have: those of its subject, and one use of each term.
     */
    private static Stream<Triple> alike(TripleSource data, Triple triple) {
        Node property = triple.getPredicate();
        Node object = triple.getObject();
        return Stream.of(
                        data.find(triple.getSubject(), Node.ANY, Node.ANY),
                        data.find(Node.ANY, Node.ANY, triple.getSubject()).limit(1),
                        data.find(Node.ANY, property, Node.ANY).limit(1),
                        data.find(Node.ANY, Node.ANY, object).limit(1),
                        object.isLiteral()
                                ? Stream.<Triple>empty()
                                : data.find(object, Node.ANY, Node.ANY).limit(1))
                .flatMap(found -> found);
    }

    /**
     * Returns the triples of a version that a change concerns: those that it adds or removes, and those that use an IRI
     * of which it removes a statement.
     */
    private static Set<Triple> concerned(Snapshot version, Change change) {
        Set<Triple> found = new HashSet<>();
        Stream.concat(change.added().stream(), change.removed().stream())
                .map(Quad::asTriple)
                .filter(triple ->
                        version.union().contains(triple.getSubject(), triple.getPredicate(), triple.getObject()))
                .forEach(found::add);
        Set<Node> gone = new HashSet<>();
        change.removed().forEach(quad -> {
            gone.add(quad.getSubject());
            gone.add(quad.getGraph());
        });
        List<Node> undescribed = new ArrayList<>();
        gone.stream()
                .filter(Node::isURI)
                .filter(node -> !version.union().contains(node, Node.ANY, Node.ANY))
                .forEach(undescribed::add);
        undescribed.forEach(node -> Stream.of(
                        version.union().find(Node.ANY, Node.ANY, node),
                        version.union().find(Node.ANY, node, Node.ANY))
                .flatMap(uses -> uses)
                .forEach(found::add));
        return found;
    }
}
