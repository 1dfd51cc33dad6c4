package org.torchgraph.dataset.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.collections4.ListUtils;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.vocabulary.RDF;
import org.torchgraph.rdf.TermTypes;
import org.torchgraph.rdf.TripleCounts;
import org.torchgraph.rdf.TripleSource;

/** Counts the statements of a version in the engine, each kind when it is first asked for. */
final class EngineCounts implements TripleCounts {
    /** The number of things of a request. */
    private static final int MOST_THINGS = 400;

    private final EngineReads engine;
    private final CountQueries queries;
    private final String base;
    private final KeptAnswers<String, List<Binding>> kept = new KeptAnswers<>();

    /** What is asked for again and again: the properties, and the classes. */
    private final KeptAnswers<String, Map<Node, Long>> numbers = new KeptAnswers<>();

    private final KeptAnswers<String, Map<Node, Set<Node>>> parts = new KeptAnswers<>();

    /**
     * @param engine has no limit of rows
     * @param foreign graphs of the engine that are not counted
     * @param base the base of the publication
     */
    EngineCounts(EngineReads engine, Set<Node> foreign, String base) {
        this.engine = engine;
        this.queries = new CountQueries(foreign);
        this.base = base;
    }

    /** Returns whether there is a subject below the base. */
    boolean anyBelowBase() {
        return engine.hasRow(withBase("below"));
    }

    private List<Binding> rows(String name) {
        return kept.get(name, first -> engine.allRows(withBase(first)));
    }

    private Query withBase(String name) {
        return queries.named(name, Map.of("base", NodeFactory.createLiteralString(base)));
    }

    private long number(String name) {
        return EngineReads.number(rows(name).getFirst(), "n");
    }

    private static Map<Node, Long> byTerm(List<Binding> rows, String variable) {
        return rows.stream()
                .filter(row -> row.contains(variable))
                .collect(Collectors.toMap(row -> row.get(variable), row -> EngineReads.number(row, "n"), Long::sum));
    }

    @Override
    public Map<Node, Long> properties() {
        return numbers.get("properties", name -> Map.copyOf(byTerm(engine.allRows(queries.named(name)), "p")));
    }

    @Override
    public Map<Node, Long> objects(Node property) {
        return property.equals(RDF.type.asNode())
                ? numbers.get("classes", classes -> Map.copyOf(readObjects(property)))
                : readObjects(property);
    }

    private Map<Node, Long> readObjects(Node property) {
        return byTerm(engine.allRows(queries.named("objects", Map.of("property", property))), "o");
    }

    @Override
    public Map<Node, Long> things() {
        Map<Node, Long> things = new HashMap<>(byTerm(rows("things"), "c"));
        partsOfThings().forEach((type, parts) -> things.merge(type, (long) -parts.size(), Long::sum));
        things.values().removeIf(number -> number <= 0);
        return things;
    }

    @Override
    public long things(Set<Node> classes) {
        Map<Node, Set<Node>> parts = partsOfThings();
        return EngineReads.number(
                        engine.rows(queries.among("things-of-any", "c", classes))
                                .getFirst(),
                        "n")
                - classes.stream()
                        .flatMap(type -> parts.getOrDefault(type, Set.of()).stream())
                        .distinct()
                        .count();
    }

    /** Returns by their class the parts that belong to a described thing. */
    private Map<Node, Set<Node>> partsOfThings() {
        return parts.get("classes-of-parts", this::readParts);
    }

    private Map<Node, Set<Node>> readParts(String name) {
        if (parts().findAny().isEmpty()) {
            return Map.of();
        }
        List<Binding> rows = engine.allRows(queries.named(name));
        Set<Node> terms = rows.stream()
                .filter(row -> TermTypes.contains(row.get("c")))
                .map(row -> row.get("s"))
                .collect(Collectors.toSet());
        Set<Node> described = described(rows.stream()
                .map(row -> row.get("s"))
                .filter(part -> !terms.contains(part))
                .map(EngineCounts::document)
                .collect(Collectors.toSet()));
        return rows.stream()
                .filter(row -> !terms.contains(row.get("s")) && described.contains(document(row.get("s"))))
                .collect(Collectors.groupingBy(
                        row -> row.get("c"), Collectors.mapping(row -> row.get("s"), Collectors.toSet())));
    }

    private static Node document(Node part) {
        return NodeFactory.createURI(part.getURI().substring(0, part.getURI().indexOf('#')));
    }

    private Set<Node> described(Set<Node> things) {
        Set<Node> described = new HashSet<>();
        ListUtils.partition(List.copyOf(things), MOST_THINGS)
                .forEach(
                        some -> described.addAll(engine.nodes(queries.among("described", "s", Set.copyOf(some)), "s")));
        return described;
    }

    @Override
    public Map<Node, Collection<Node>> kinds() {
        return rows("kinds").stream()
                .collect(Collectors.groupingBy(
                        row -> row.get("p"),
                        Collectors.mapping(
                                row -> ofKind(row.get("k").getLiteralLexicalForm()),
                                Collectors.toCollection(ArrayList::new))));
    }

    private static Node ofKind(String kind) {
        return switch (kind) {
            case "iri" -> NodeFactory.createURI("urn:x-any:");
            case "blank" -> NodeFactory.createBlankNode();
            case "text" -> NodeFactory.createLiteralLang("", "en");
            default -> NodeFactory.createLiteralDT("", TypeMapper.getInstance().getSafeTypeByName(kind));
        };
    }

    /** Returns the subjects that have a fragment or lie outside of the base. */
    Stream<Node> marked() {
        return rows("marked-subjects").stream().map(row -> row.get("s"));
    }

    @Override
    public Stream<Node> parts() {
        return marked().filter(TripleSource::isPart);
    }

    @Override
    public Stream<Triple> starting(Node property, String start) {
        return properties().containsKey(property)
                ? engine
                        .allRows(queries.named(
                                "starting",
                                Map.of("property", property, "start", NodeFactory.createLiteralString(start))))
                        .stream()
                        .map(row -> Triple.create(row.get("s"), property, row.get("o")))
                : Stream.empty();
    }

    @Override
    public List<Triple> some(Node property, Optional<Node> object, int most) {
        Query query = queries.named(
                "examples",
                object.map(known -> Map.of("property", property, "o", known)).orElse(Map.of("property", property)));
        query.setLimit(most);
        return engine.rows(query).stream()
                .map(row -> Triple.create(row.get("s"), property, object.orElseGet(() -> row.get("o"))))
                .toList();
    }

    @Override
    public Map<String, Long> languages() {
        return rows("languages").stream()
                .filter(row -> !row.get("tag").getLiteralLexicalForm().isEmpty())
                .collect(Collectors.toMap(
                        row -> row.get("tag").getLiteralLexicalForm(), row -> EngineReads.number(row, "n"), Long::sum));
    }

    @Override
    public long subjects() {
        return number("subjects");
    }

    @Override
    public long objects() {
        return number("different-objects");
    }

    @Override
    public long entities() {
        return number("iri-subjects") - marked().count();
    }

    private List<CountedTerms> tallies(String name, String... variables) {
        return rows(name).stream()
                .filter(row -> Stream.of(variables).allMatch(row::contains))
                .map(row -> new CountedTerms(Stream.of(variables).map(row::get).toList(), EngineReads.number(row, "n")))
                .toList();
    }

    @Override
    public List<CountedTerms> classProperties() {
        return tallies("class-properties", "c", "p");
    }

    @Override
    public List<CountedTerms> classPropertyClasses() {
        return tallies("class-property-classes", "c", "p", "d");
    }

    @Override
    public List<CountedTerms> classPropertyDatatypes() {
        return tallies("class-property-datatypes", "c", "p", "d");
    }

    @Override
    public List<CountedTerms> links() {
        return tallies("links", "p", "t");
    }

    @Override
    public long documents() {
        return number("iri-subjects") - parts().count();
    }

    @Override
    public List<Node> documents(long from, int most) {
        List<Node> documents = new ArrayList<>();
        engine.inPages(queries.named("documents"), from, from + most, row -> documents.add(row.get("s")));
        return documents;
    }
}
