package org.torchgraph.model.naming;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;
import org.torchgraph.rdf.TripleSource;

/**
 * Finds the names of things in a graph by the properties of {@code names.properties} and their subproperties in the
 * graph.
 */
public final class Naming {
    private final TripleSource graph;
    private final Set<Node> names;
    private final Set<Node> alike;

    /** Naming properties that count only for a thing without another name, such as short names. */
    private final Set<Node> late;

    private final boolean persons;

    /**
     * The name of a thing.
     *
     * @param literals the values of one property, in all languages
     * @param statements the statements that give the name; empty for a name composed of several parts
     */
    public record NameStatements(List<Node> literals, List<Triple> statements) {
        static final NameStatements NOT = new NameStatements(List.of(), List.of());
    }

    private Naming(TripleSource graph, Set<Node> names, Set<Node> alike, Set<Node> late, boolean persons) {
        this.graph = graph;
        this.names = names;
        this.alike = alike;
        this.late = late;
        this.persons = persons;
    }

    /**
     * Collects the naming properties that a graph uses.
     *
     * @param own naming properties of the publication, which come before all others
     */
    public static Naming of(TripleSource graph, List<Node> own) {
        Set<Node> names = new LinkedHashSet<>();
        own.forEach(name -> withNarrower(graph, name, names));
        TextProperties.NAMES.forEach(name -> withNarrower(graph, name, names));
        List<Node> alike = calledLikeNames(graph, names);
        Set<Node> late = new LinkedHashSet<>(alike);
        TextProperties.OTHER_NAMES.forEach(name -> withNarrower(graph, name, late));
        late.removeAll(names);
        names.addAll(late);
        names.removeIf(name -> !graph.contains(Node.ANY, name, Node.ANY));
        return new Naming(
                graph,
                names,
                Set.copyOf(alike),
                Set.copyOf(late),
                TextProperties.PERSON.stream().anyMatch(part -> graph.contains(Node.ANY, part, Node.ANY)));
    }

    /** Returns the same naming, read from an excerpt of the graph. */
    public Naming in(TripleSource excerpt) {
        return new Naming(excerpt, names, alike, late, persons);
    }

    /** Returns the properties of the statements that name things, and of those about label resources. */
    public Stream<Node> properties() {
        return Stream.of(names, TextProperties.PERSON, TextProperties.FORMS).flatMap(Collection::stream);
    }

    /** Returns the properties of vocabularies that nobody has listed whose local names say that they name. */
    private static List<Node> calledLikeNames(TripleSource graph, Set<Node> known) {
        return graph.properties()
                .filter(property -> TextProperties.placeAmongNames(property) >= 0
                        && !known.contains(property)
                        && !TextProperties.isListed(property))
                .sorted(Comparator.comparing(TextProperties::placeAmongNames).thenComparing(Node::getURI))
                .toList();
    }

    private static void withNarrower(TripleSource graph, Node name, Set<Node> into) {
        if (into.add(name)) {
            graph.subjects(RDFS.subPropertyOf.asNode(), name)
                    .filter(narrower -> narrower.isURI() && !TextProperties.isListed(narrower))
                    .sorted((one, other) -> one.getURI().compareTo(other.getURI()))
                    .forEach(narrower -> withNarrower(graph, narrower, into));
        }
    }

    /** Returns whether a property is a naming property of the graph. */
    public boolean isName(Node property) {
        return names.contains(property);
    }

    /** Returns whether a property of no known vocabulary names things as far as its local name tells. */
    public boolean isCalledLikeName(Node property) {
        return alike.contains(property);
    }

    /** Returns the name of a thing, by the first property that has one. */
    public NameStatements of(Node thing) {
        if (thing.isLiteral() || thing.isTripleTerm()) {
            return NameStatements.NOT;
        }
        return first(thing, property -> !late.contains(property))
                .or(() -> composed(thing))
                .or(() -> first(thing, late::contains))
                .orElse(NameStatements.NOT);
    }

    private Optional<NameStatements> first(Node thing, Predicate<Node> wanted) {
        for (Node property : names) {
            if (wanted.test(property)) {
                NameStatements found = by(thing, property);
                if (!found.literals().isEmpty()) {
                    return Optional.of(found);
                }
            }
        }
        return Optional.empty();
    }

    private Optional<NameStatements> composed(Node thing) {
        return Optional.of(persons ? person(thing) : List.<Node>of())
                .filter(parts -> !parts.isEmpty())
                .map(parts -> new NameStatements(parts, List.of()));
    }

    private NameStatements by(Node thing, Node property) {
        Set<Node> literals = new LinkedHashSet<>();
        List<Triple> statements = new ArrayList<>();
        graph.find(thing, property, Node.ANY).forEach(triple -> {
            List<Triple> written = forms(triple.getObject());
            List<Node> texts = triple.getObject().isLiteral()
                    ? List.of(triple.getObject())
                    : written.stream().map(Triple::getObject).toList();
            texts.stream().filter(Naming::shows).forEach(literals::add);
            if (texts.stream().anyMatch(Naming::shows)) {
                statements.add(triple);
                statements.addAll(written);
            }
        });
        return new NameStatements(List.copyOf(literals), List.copyOf(statements));
    }

    /**
     * Returns the texts of a value of a naming property: the literal itself, or the literal forms of a label resource
     * (SKOS-XL).
     */
    public List<Node> texts(Node value) {
        return value.isLiteral()
                ? List.of(value)
                : forms(value).stream().map(Triple::getObject).toList();
    }

    private List<Triple> forms(Node label) {
        if (label.isLiteral() || label.isTripleTerm()) {
            return List.of();
        }
        return TextProperties.FORMS.stream()
                .map(form -> graph.find(label, form, Node.ANY)
                        .filter(triple -> triple.getObject().isLiteral())
                        .toList())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static boolean shows(Node text) {
        return !PlainText.isEmpty(text.getLiteralLexicalForm());
    }

    private List<Node> person(Node thing) {
        for (int pair = 0; pair < TextProperties.PERSON.size(); pair += 2) {
            List<Node> given = by(thing, TextProperties.PERSON.get(pair)).literals();
            List<Node> family = by(thing, TextProperties.PERSON.get(pair + 1)).literals();
            if (!given.isEmpty() && !family.isEmpty()) {
                return family.stream().map(last -> together(given, last)).toList();
            }
        }
        return TextProperties.PERSON.stream()
                .map(part -> by(thing, part).literals())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** Joins a personal name. In East Asian scripts the family name comes first, without a space. */
    private static Node together(List<Node> given, Node family) {
        String lang = family.getLiteralLanguage();
        Node first = given.stream()
                .filter(name -> name.getLiteralLanguage().equals(lang))
                .findFirst()
                .orElse(given.get(0));
        String one = first.getLiteralLexicalForm();
        String last = family.getLiteralLexicalForm();
        boolean eastern =
                Stream.of(one, last).allMatch(name -> name.codePoints().allMatch(Naming::isEastern));
        String whole = eastern ? last + one : one + " " + last;
        return lang.isEmpty() ? NodeFactory.createLiteralString(whole) : NodeFactory.createLiteralLang(whole, lang);
    }

    private static boolean isEastern(int c) {
        Character.UnicodeScript script = Character.UnicodeScript.of(c);
        return script == Character.UnicodeScript.HAN
                || script == Character.UnicodeScript.HIRAGANA
                || script == Character.UnicodeScript.KATAKANA
                || script == Character.UnicodeScript.HANGUL;
    }
}
