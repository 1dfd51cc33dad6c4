package org.torchgraph.search;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.torchgraph.dataset.Reach;
import org.torchgraph.model.naming.Naming;
import org.torchgraph.model.term.ValueOrder;
import org.torchgraph.publication.settings.Presentation;
import org.torchgraph.rdf.TripleSource;

/** The texts by which the things of a graph are found. */
final class ThingTexts {
    /** The number of blank nodes of a thing whose texts are its own. */
    private static final int MAX_BLANK_NODES = 100;

    /** The fields that are searched if there are too many statements to be read. */
    private static final Set<Field> SEARCHED =
            Set.of(Field.LABEL, Field.NUMBER, Field.ALT, Field.TITLE, Field.CONTEXT, Field.DEFINITION);

    private final TripleSource data;
    private final Naming naming;
    private final Map<Node, String> fields;

    ThingTexts(TripleSource data, Presentation presentation) {
        this(data, Naming.of(data, presentation.names()), presentation.fields());
    }

    private ThingTexts(TripleSource data, Naming naming, Map<Node, String> fields) {
        this.data = data;
        this.naming = naming;
        this.fields = fields;
    }

    /**
     * Returns the properties that are read for the index if there are too many statements to be read: those of names,
     * numbers and descriptions, of classes and facets.
     */
    static Set<Node> searched(TripleSource all, Presentation presentation, List<Facet> facets) {
        Naming naming = Naming.of(all, presentation.names());
        return Stream.of(
                        naming.properties(),
                        all.properties()
                                .filter(property ->
                                        SEARCHED.contains(Field.of(property, naming, presentation.fields()))),
                        facets.stream().flatMap(Facet::properties),
                        Stream.of(RDF.type.asNode(), OWL2.deprecated.asNode()))
                .flatMap(properties -> properties)
                .collect(Collectors.toSet());
    }

    /** Returns the properties that a graph has for names and numbers. */
    static Set<Node> names(TripleSource all, Presentation presentation) {
        Naming naming = Naming.of(all, presentation.names());
        return all.properties()
                .filter(property ->
                        Field.of(property, naming, presentation.fields()).isName())
                .collect(Collectors.toSet());
    }

    /** Returns the same texts, read from other triples of the same version. */
    ThingTexts in(TripleSource other) {
        return new ThingTexts(other, naming.in(other), fields);
    }

    /**
     * A text of a thing.
     *
     * @param field its role
     * @param property the property that has it; {@code rdfs:label} for a name composed of several parts
     * @param literal the text
     */
    record ThingText(Field field, Node property, Node literal) {}

    /** Returns what has to be read of things for all their texts. */
    Reach reach() {
        return Reach.whole(Stream.concat(naming.properties(), Field.CONTEXT.properties(fields)), Stream.empty(), false);
    }

    /** Returns all texts of a thing, names first. */
    List<ThingText> of(Node thing) {
        return read(thing, this::namesOf);
    }

    /** Returns the names of a value: a literal is its own. */
    List<Node> namesOf(Node value) {
        if (value.isLiteral()) {
            return List.of(value);
        }
        return read(value, deeper -> List.of()).stream()
                .filter(text -> text.field().isName())
                .map(ThingText::literal)
                .toList();
    }

    private List<ThingText> read(Node thing, Function<Node, List<Node>> context) {
        List<ThingText> all = new ArrayList<>();
        data.find(thing, Node.ANY, Node.ANY).forEach(triple -> {
            Field field = Field.of(triple.getPredicate(), naming, fields);
            texts(field, triple.getObject(), context).stream()
                    .filter(Field::isSearchable)
                    .forEach(text -> all.add(new ThingText(field, triple.getPredicate(), text)));
            if (triple.getObject().isBlank() && (field == Field.REST || field == Field.DEFINITION)) {
                addInner(triple.getObject(), all);
            }
        });
        Naming.NameStatements named = naming.of(thing);
        if (named.statements().isEmpty()) {
            named.literals().forEach(name -> all.add(new ThingText(Field.LABEL, RDFS.label.asNode(), name)));
        }
        all.sort(Comparator.comparing(ThingText::field).thenComparing(ThingText::literal, ValueOrder.NODES));
        return all;
    }

    /** Adds the texts of a blank node and of those that it leads to, which have no page where they could be found. */
    private void addInner(Node blank, List<ThingText> all) {
        Set<Node> seen = new HashSet<>(List.of(blank));
        Deque<Node> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            data.find(open.pop(), Node.ANY, Node.ANY).forEach(triple -> {
                Node value = triple.getObject();
                if (Field.of(triple.getPredicate(), naming, fields) == Field.IGNORED) {
                    return;
                }
                if (value.isLiteral() && Field.isSearchable(value)) {
                    all.add(new ThingText(Field.REST, triple.getPredicate(), value));
                } else if (value.isBlank() && seen.size() < MAX_BLANK_NODES && seen.add(value)) {
                    open.push(value);
                }
            });
        }
    }

    private List<Node> texts(Field field, Node value, Function<Node, List<Node>> context) {
        return switch (field) {
            case IGNORED -> List.of();
            case CONTEXT -> context.apply(value);
            default -> value.isLiteral() || field.isName() ? naming.texts(value) : List.of();
        };
    }

    /** Returns whether a thing has a name. */
    boolean isNamed(Node thing) {
        return !naming.of(thing).literals().isEmpty();
    }
}
