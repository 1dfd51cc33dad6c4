package org.torchgraph.site.thing;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.torchgraph.resource.Claim;
import org.torchgraph.resource.Description;
import org.torchgraph.resource.Statement;
import org.torchgraph.site.words.Kind;
import org.torchgraph.site.words.Shown;
import org.torchgraph.site.words.Wording;

/** Arranges the statements of a description for its page. */
final class Statements {
    /** Fragments that are the page's own. */
    private static final Set<String> SECTIONS =
            Set.of("main", "statements", "claims", "evidence", "incoming", "iri", "walk", "cite", "download");

    private final Description description;
    private final Wording wording;
    private final List<Node> graphs;
    private final Map<Triple, List<Claim>> claims;
    private final Set<Node> shownParts = new HashSet<>();

    Statements(Description description, Wording wording) {
        this.description = description;
        this.wording = wording;
        graphs = mostOf(all().map(Statement::graphs).toList());
        claims = description.claims().stream()
                .filter(claim -> claim.about() != null)
                .collect(Collectors.groupingBy(Claim::about));
    }

    private Stream<Statement> all() {
        return Stream.concat(
                description.statements().stream(),
                description.parts().values().stream().flatMap(Collection::stream));
    }

    private static List<Node> mostOf(List<List<Node>> all) {
        Map<List<Node>, Long> counts = all.stream()
                .collect(Collectors.groupingBy(Function.identity(), LinkedHashMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(List.of());
    }

    /** The graph that holds most of it, or null. */
    Shown graph() {
        return graphs.isEmpty() ? null : wording.show(graphs.get(0));
    }

    List<ThingPage.ClassMark> classes() {
        return description.statements().stream()
                .map(Statement::triple)
                .filter(triple -> Arrangement.isMark(triple.getPredicate().getURI()))
                .map(triple -> new ThingPage.ClassMark(wording.show(triple.getObject()), Kind.of(triple.getObject())))
                .toList();
    }

    /** A sentence that says what the thing is, or null. */
    Shown lead() {
        return Arrangement.LEAD.stream()
                .flatMap(property -> wording.best(literals(property)).stream())
                .findFirst()
                .orElse(null);
    }

    private List<Node> literals(String property) {
        return description.statements().stream()
                .map(Statement::triple)
                .filter(triple -> triple.getPredicate().hasURI(property)
                        && triple.getObject().isLiteral())
                .map(Triple::getObject)
                .toList();
    }

    List<ThingPage.Group> groups() {
        Map<String, List<Statement>> byGroup = description.statements().stream()
                .filter(statement -> !Arrangement.isMark(predicate(statement)))
                .collect(Collectors.groupingBy(statement -> Arrangement.group(predicate(statement))));
        return Arrangement.GROUPS.stream()
                .filter(byGroup::containsKey)
                .map(key -> new ThingPage.Group(key, properties(byGroup.get(key), Arrangement::rank)))
                .toList();
    }

    /** Claims about the thing whose triple is not among its statements. */
    List<ClaimView> unstated() {
        Set<Triple> stated = all().map(Statement::triple).collect(Collectors.toSet());
        return description.claims().stream()
                .filter(claim -> !stated.contains(claim.about()))
                .map(claim -> ClaimView.of(claim, wording))
                .toList();
    }

    private List<Property> properties(List<Statement> statements, Function<String, Integer> rank) {
        Map<Node, List<Statement>> byProperty = statements.stream()
                .collect(Collectors.groupingBy(
                        statement -> statement.triple().getPredicate(), LinkedHashMap::new, Collectors.toList()));
        return byProperty.keySet().stream()
                .sorted(Comparator.comparing((Node property) -> rank.apply(property.getURI()))
                        .thenComparing(property -> wording.show(property).text()))
                .map(property -> property(property, byProperty.get(property)))
                .toList();
    }

    private Property property(Node property, List<Statement> statements) {
        Comparator<Statement> ownFirst =
                Comparator.comparing(statement -> statement.triple().getObject(), wording.ownLanguageFirst());
        return new Property(
                wording.show(property),
                wording.curie(property),
                statements.stream().sorted(ownFirst).map(this::value).toList());
    }

    private Property.Value value(Statement statement) {
        Node object = statement.triple().getObject();
        // A part that two statements lead to, or that leads back to itself, is written out once.
        List<Statement> said = description.parts().containsKey(object) && shownParts.add(object)
                ? description.parts().get(object)
                : List.of();
        List<Statement> facts = said.stream()
                .filter(fact -> !Arrangement.isMark(predicate(fact)))
                .toList();
        boolean line =
                Arrangement.onOneLine(facts.stream().map(Statements::predicate).toList());
        boolean share = Arrangement.isShare(predicate(statement)) && object.isLiteral();
        return new Property.Value(
                share ? Shown.text(Wording.percent(object)) : wording.show(object),
                said.isEmpty() ? null : anchor(object),
                properties(facts, line ? Arrangement::rankOnLine : Arrangement::rank),
                line,
                statement.graphs().equals(graphs)
                        ? List.of()
                        : statement.graphs().stream().map(wording::show).toList(),
                claims.getOrDefault(statement.triple(), List.of()).stream()
                        .map(claim -> ClaimView.of(claim, wording))
                        .toList());
    }

    private static String predicate(Statement statement) {
        return statement.triple().getPredicate().getURI();
    }

    private static String anchor(Node part) {
        String fragment = part.isURI() ? part.getURI().substring(part.getURI().indexOf('#') + 1) : "";
        return fragment.isEmpty() || SECTIONS.contains(fragment) ? null : fragment;
    }
}
