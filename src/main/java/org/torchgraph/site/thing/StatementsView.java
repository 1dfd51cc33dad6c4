package org.torchgraph.site.thing;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL2;
import org.torchgraph.model.Claim;
import org.torchgraph.model.Description;
import org.torchgraph.model.Statement;
import org.torchgraph.model.term.ClassExpressions;
import org.torchgraph.model.term.RdfList;
import org.torchgraph.rdf.order.TermOrder;
import org.torchgraph.site.vocabulary.ClassWords;
import org.torchgraph.site.words.Anchors;
import org.torchgraph.site.words.RenderedTerm;
import org.torchgraph.site.words.StatementLayout;
import org.torchgraph.site.words.TermRenderer;

/** Arranges the statements of a description for its page. */
final class StatementsView {
    private static final int MAX_MEMBERS_UNFOLDED = 20;
    private static final int MAX_MEMBERS = 500;

    /** The depth to which nested parts are shown. */
    private static final int MAX_DEPTH = 8;

    private final Description description;
    private final TermRenderer wording;
    private final ListView lists;
    private final Pictures pictures;
    private final List<Node> graphs;
    private final Map<Triple, List<Claim>> claims;
    private final Set<Node> shownParts = new HashSet<>();

    /**
     * Creates the view.
     *
     * @param description the description of the thing
     * @param wording renders its nodes
     * @param origin the scheme, host and port of the request
     */
    StatementsView(Description description, TermRenderer wording, String origin) {
        this.description = description;
        this.wording = wording;
        this.lists = new ListView(description.parts(), this::said);
        this.pictures = new Pictures(wording, description.thing(), origin);
        graphs = mostFrequent(all().map(Statement::graphs).toList());
        claims = description.claims().stream()
                .filter(claim -> claim.about() != null)
                .collect(Collectors.groupingBy(Claim::about));
    }

    private Stream<Statement> all() {
        return Stream.concat(
                description.statements().stream(),
                description.parts().values().stream().flatMap(Collection::stream));
    }

    private static List<Node> mostFrequent(List<List<Node>> all) {
        Map<List<Node>, Long> counts = all.stream()
                .collect(Collectors.groupingBy(Function.identity(), LinkedHashMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(List.of());
    }

    /** Returns the graph that states most of the statements, or null. */
    RenderedTerm graph() {
        return graphs.isEmpty() ? null : wording.show(graphs.get(0));
    }

    private StatementLayout layout() {
        return wording.appearance().layout();
    }

    List<ThingPage.ClassMark> classes() {
        return classes(description.statements());
    }

    private List<ThingPage.ClassMark> classes(List<Statement> statements) {
        return telling(statements).stream()
                .map(type -> new ThingPage.ClassMark(
                        wording.show(type), wording.appearance().kinds().of(type)))
                .toList();
    }

    private List<Node> telling(List<Statement> statements) {
        return wording.appearance()
                .kinds()
                .telling(statements.stream()
                        .map(Statement::triple)
                        .filter(triple ->
                                StatementLayout.isMark(triple.getPredicate().getURI()))
                        .map(Triple::getObject)
                        .toList());
    }

    /** Returns the statements that the head does not show. */
    private List<Statement> below(List<Statement> statements) {
        List<Node> head = telling(statements);
        return statements.stream()
                .filter(statement -> layout().isShown(predicate(statement)))
                .filter(statement -> !StatementLayout.isMark(predicate(statement))
                        || !head.contains(statement.triple().getObject()))
                .toList();
    }

    List<ThingPage.PropertyGroup> groups() {
        Map<String, List<Statement>> byGroup = below(description.statements()).stream()
                .collect(Collectors.groupingBy(statement -> layout().group(predicate(statement))));
        return layout().order().stream()
                .filter(byGroup::containsKey)
                .map(key -> new ThingPage.PropertyGroup(
                        key,
                        wording.best(layout().headings().getOrDefault(key, List.of()))
                                .orElse(null),
                        properties(byGroup.get(key), layout()::rank, 0)))
                .toList();
    }

    /** Returns the {@code #} parts that neither {@link #groups}, called before, nor a claim has shown. */
    List<ThingPage.ThingPart> parts() {
        Set<Node> told = description.claims().stream().flatMap(Claim::named).collect(Collectors.toSet());
        List<Node> left = description.parts().keySet().stream()
                .filter(part -> part.isURI() && !told.contains(part) && !shownParts.contains(part))
                .toList();
        // A part that is also the value of another one is a link there, because it has its own section.
        shownParts.addAll(left);
        return left.stream()
                .map(part -> part(part, description.parts().get(part)))
                .toList();
    }

    private ThingPage.ThingPart part(Node part, List<Statement> statements) {
        return new ThingPage.ThingPart(
                anchor(part),
                part.getURI(),
                wording.show(part),
                classes(statements),
                Points.of(statements.stream(), layout()),
                properties(below(statements), layout()::rank, 0));
    }

    /** Returns the claims about the thing whose triple is not stated. */
    List<ClaimView> unstated() {
        Set<Triple> stated = all().map(Statement::triple).collect(Collectors.toSet());
        return description.claims().stream()
                .filter(claim -> !stated.contains(claim.about()))
                .map(claim -> ClaimView.of(claim, wording))
                .toList();
    }

    private List<PropertyView> properties(List<Statement> statements, Function<String, Integer> rank, int depth) {
        Map<Node, List<Statement>> byProperty = statements.stream()
                .collect(Collectors.groupingBy(
                        statement -> statement.triple().getPredicate(), LinkedHashMap::new, Collectors.toList()));
        return byProperty.keySet().stream()
                .sorted(Comparator.comparing((Node property) -> rank.apply(property.getURI()))
                        .thenComparing(property -> TermOrder.isMember(property)
                                ? ""
                                : wording.show(property).text()))
                .map(property -> property(property, byProperty.get(property), depth))
                .toList();
    }

    private PropertyView property(Node property, List<Statement> statements, int depth) {
        Comparator<Statement> ownFirst =
                Comparator.comparing(statement -> statement.triple().getObject(), wording.ownLanguageFirst());
        return new PropertyView(
                wording.show(property),
                wording.curie(property),
                statements.stream()
                        .sorted(ownFirst)
                        .map(statement -> value(statement, depth))
                        .toList());
    }

    private PropertyView.PropertyValue value(Statement statement, int depth) {
        Node object = statement.triple().getObject();
        PropertyView.PropertyValue said = layout().isShare(predicate(statement)) && object.isLiteral()
                ? PropertyView.PropertyValue.of(RenderedTerm.text(TermRenderer.percent(object, wording.language())))
                : pictures.of(statement.triple().getPredicate(), object)
                        .map(PropertyView.PropertyValue::of)
                        .or(() -> alias(statement.triple()))
                        .orElseGet(() -> value(object, depth));
        return new PropertyView.PropertyValue(
                said.shown(),
                said.anchor(),
                said.types(),
                said.parts(),
                said.line(),
                said.members(),
                statement.graphs().equals(graphs)
                        ? List.of()
                        : statement.graphs().stream().map(wording::show).toList(),
                claims.getOrDefault(statement.triple(), List.of()).stream()
                        .map(claim -> ClaimView.of(claim, wording))
                        .toList());
    }

    /**
     * Returns the value of {@code owl:sameAs} of which nothing is said, with a link to itself, not back to the thing.
     */
    private Optional<PropertyView.PropertyValue> alias(Triple said) {
        return said.getPredicate().equals(OWL2.sameAs.asNode())
                        && said.getObject().isURI()
                        && !wording.links().described().test(said.getObject().getURI())
                        && wording.names(said.getObject()).isEmpty()
                ? Optional.of(PropertyView.PropertyValue.of(
                        wording.iri(said.getObject().getURI())))
                : Optional.empty();
    }

    private PropertyView.PropertyValue value(Node object, int depth) {
        if (lists.isList(object)) {
            return list(object, depth);
        }
        List<Statement> known = description.parts().getOrDefault(object, List.of());
        Optional<RenderedTerm> described = object.isBlank()
                ? new ClassExpressions(this::said).read(object).map(new ClassWords(wording)::say)
                : Optional.empty();
        // A part that is the value of two statements, or of itself, is shown once.
        if (described.isPresent() || known.isEmpty() || !shownParts.add(object)) {
            return PropertyView.PropertyValue.of(described.orElseGet(() -> wording.show(object)));
        }
        if (depth == MAX_DEPTH) {
            return PropertyView.PropertyValue.of(
                    RenderedTerm.text(wording.language().messages().say("value.deep")));
        }
        List<Statement> facts = known.stream()
                .filter(fact -> !StatementLayout.isMark(predicate(fact)) && layout().isShown(predicate(fact)))
                .toList();
        boolean line = StatementLayout.onOneLine(
                facts.stream().map(StatementsView::predicate).toList());
        List<RenderedTerm> types = known.stream()
                .filter(fact -> StatementLayout.isMark(predicate(fact)))
                .map(fact -> wording.show(fact.triple().getObject()))
                .toList();
        boolean byClass = facts.isEmpty()
                && !types.isEmpty()
                && object.isBlank()
                && wording.names(object).isEmpty();
        return new PropertyView.PropertyValue(
                byClass ? types.get(0) : wording.show(object),
                anchor(object),
                types.subList(byClass ? 1 : 0, types.size()),
                properties(facts, line ? StatementLayout::rankOnLine : layout()::rank, depth + 1),
                line,
                null,
                List.of(),
                List.of());
    }

    private PropertyView.PropertyValue list(Node list, int depth) {
        RdfList read = lists.at(list);
        if (read.members().isEmpty() || depth == MAX_DEPTH) {
            String key = read.members().isEmpty() ? "value.list.empty" : "value.deep";
            return PropertyView.PropertyValue.of(
                    RenderedTerm.text(wording.language().messages().say(key)));
        }
        List<PropertyView.PropertyValue> members = read.members().stream()
                .limit(MAX_MEMBERS)
                .map(member -> value(member, depth + 1))
                .toList();
        int first = members.size() <= MAX_MEMBERS_UNFOLDED + 1 ? members.size() : MAX_MEMBERS_UNFOLDED;
        RenderedTerm note = read.end() == RdfList.End.WHOLE
                ? null
                : RenderedTerm.text(wording.language()
                        .messages()
                        .say(read.end() == RdfList.End.CYCLE ? "value.list.circle" : "value.list.broken"));
        return PropertyView.PropertyValue.list(
                wording.show(list),
                new PropertyView.ListMembers(
                        members.subList(0, first),
                        members.subList(first, members.size()),
                        read.members().size() - members.size(),
                        note));
    }

    /** Returns the values of a property of a node in the description. */
    private List<Node> said(Node subject, Node property) {
        List<Statement> known = subject.equals(description.thing())
                ? description.statements()
                : description.parts().getOrDefault(subject, List.of());
        return known.stream()
                .map(Statement::triple)
                .filter(triple -> triple.getPredicate().equals(property))
                .map(Triple::getObject)
                .toList();
    }

    private static String predicate(Statement statement) {
        return statement.triple().getPredicate().getURI();
    }

    private static String anchor(Node part) {
        int hash = part.isURI() ? part.getURI().indexOf('#') : -1;
        String fragment = hash < 0 ? "" : part.getURI().substring(hash + 1);
        return fragment.isEmpty() ? null : Anchors.of(fragment);
    }
}
