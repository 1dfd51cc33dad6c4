package org.torchgraph.model;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.collections4.ListUtils;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.vocabulary.OA;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.torchgraph.dataset.Reach;
import org.torchgraph.dataset.View;
import org.torchgraph.model.naming.CommonTermNames;
import org.torchgraph.model.naming.Naming;
import org.torchgraph.publication.evidence.EvidenceTerms;
import org.torchgraph.publication.settings.Settings;
import org.torchgraph.rdf.TripleSource;

/** Finds the labels of nodes: for each node the literals of the first naming property that it has. */
final class Labeller {
    /** The number of nodes that are read together if there are many. */
    private static final int MOST_NODES = 2_000;

    private static final Node SYMBOL = NodeFactory.createURI("http://qudt.org/schema/qudt/symbol");

    private final BiFunction<Collection<Node>, Reach, TripleSource> around;
    private final PrefixMap prefixes;
    private final Function<Node, List<Node>> terms;
    private final EvidenceTerms evidence;
    private final List<String> common;
    private final Naming naming;
    private final Reach reach;
    private final Lazy<ThingsByValue> noted;
    private final Lazy<ThingsByValue> measured;

    private Labeller(
            TripleSource all,
            TripleSource pages,
            BiFunction<Collection<Node>, Reach, TripleSource> around,
            PrefixMap prefixes,
            Settings settings,
            List<String> common) {
        this.around = around;
        this.prefixes = prefixes;
        this.terms = CommonTermNames.after(settings.presentation().labels());
        this.evidence = settings.evidence();
        this.common = common;
        this.naming = Naming.of(all, settings.presentation().names());
        this.reach = reach(naming, evidence);
        this.noted = new Lazy<>(() -> ThingsByValue.of(all, pages, SKOS.notation.asNode()));
        this.measured = new Lazy<>(() -> ThingsByValue.of(all, pages, SYMBOL));
    }

    /**
     * Returns a labeller that makes one read for all nodes that are labelled together.
     *
     * @param settings naming properties, and names of terms, which are used within other names alone
     * @param common languages of the data, the most common first
     */
    static Labeller of(View data, PrefixMap prefixes, Settings settings, List<String> common) {
        return new Labeller(
                data.whole().union(),
                data.union(),
                (nodes, reach) -> data.around(nodes, reach).union(),
                prefixes,
                settings,
                common);
    }

    /** Returns a labeller by triples in this process. */
    static Labeller of(TripleSource triples, PrefixMap prefixes, Settings settings) {
        return new Labeller(triples, triples, (nodes, reach) -> triples, prefixes, settings, List.of());
    }

    /** Computes everything that is computed on first use. */
    void compute() {
        noted.get();
        measured.get();
    }

    private static Reach reach(Naming naming, EvidenceTerms evidence) {
        Set<Node> along = Stream.concat(
                        naming.properties(),
                        Stream.of(
                                        RDF.type,
                                        RDF.subject,
                                        RDF.predicate,
                                        RDF.object,
                                        RDF.reifies,
                                        OA.hasSource,
                                        OA.hasSelector)
                                .map(property -> property.asNode()))
                .collect(Collectors.toSet());
        Set<Node> properties = Stream.of(
                        along.stream(),
                        evidence.quoteDigest().stream(),
                        Stream.of(OA.start, OA.end, RDF.value).map(property -> property.asNode()))
                .flatMap(list -> list)
                .collect(Collectors.toSet());
        return new Reach(properties, along, Set.of(), false);
    }

    /** Reads what names some nodes. */
    NameReader read(Collection<Node> nodes) {
        TripleSource read = around.apply(nodes, reach);
        return new NameReader(read, naming.in(read), evidence, terms, prefixes, common);
    }

    /** Returns the labels of the nodes by triples that are read instead of the store. */
    Labels labels(Collection<Node> nodes, TripleSource triples) {
        return new NameReader(triples, naming.in(triples), evidence, terms, prefixes, common).labels(nodes);
    }

    /** Returns the labels of the nodes. */
    Labels labels(Collection<Node> nodes) {
        return read(nodes).labels(nodes);
    }

    /** Returns the labels of the nodes, which may be more than are read at once. */
    Labels labelsInParts(Collection<Node> nodes) {
        Map<Node, List<Node>> byNode = new HashMap<>();
        ListUtils.partition(nodes.stream().distinct().toList(), MOST_NODES)
                .forEach(some -> byNode.putAll(labels(some).byNode()));
        return new Labels(Map.copyOf(byNode), prefixes, common);
    }

    /** Returns the labels of the nodes and the names derived for some, see {@link NameReader#names}. */
    Labels names(Collection<Node> nodes) {
        return read(nodes).names(nodes);
    }

    /** Returns the labels of units, by their symbols. */
    Labels units(Collection<Node> symbols) {
        return byValue(symbols, measured.get()::of);
    }

    /** Returns the labels of things by their notations; a notation of several things has none. */
    Labels notations(Collection<Node> literals) {
        return byValue(literals, notation -> {
            List<Node> things = noted.get().of(notation);
            return things.size() > 1 ? List.of() : things;
        });
    }

    private Labels byValue(Collection<Node> literals, Function<Node, List<Node>> things) {
        Map<Node, List<Node>> of = new HashMap<>();
        literals.stream().filter(Node::isLiteral).distinct().forEach(literal -> of.put(literal, things.apply(literal)));
        of.values().removeIf(List::isEmpty);
        Map<Node, List<Node>> names = labels(
                        of.values().stream().flatMap(List::stream).distinct().toList())
                .byNode();
        Map<Node, List<Node>> byValue = new HashMap<>();
        of.forEach((literal, named) -> {
            List<Node> found = named.stream()
                    .flatMap(thing -> names.getOrDefault(thing, List.of()).stream())
                    .toList();
            if (!found.isEmpty()) {
                byValue.put(literal, found);
            }
        });
        return new Labels(Map.copyOf(byValue), prefixes, common);
    }
}
