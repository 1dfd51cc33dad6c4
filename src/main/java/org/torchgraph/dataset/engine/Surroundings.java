package org.torchgraph.dataset.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.torchgraph.dataset.Reach;
import org.torchgraph.dataset.View;

/**
 * Reads things of one version with their surroundings, many with one request, and keeps the statements about those that
 * were read last, because pages show the same classes, bodies and sources.
 */
final class Surroundings {
    /** The number of links that a request follows; only longer chains take another one. */
    private static final int LINKS = 2;

    private static final int MOST_LINKS = 32;

    /** The number of things of a request, which engines compile as a whole. */
    private static final int MOST_THINGS = 400;

    private static final long MOST_STATEMENTS = 500_000;
    private static final int MOST_CLASSES = 10_000;

    private final EngineReads engine;
    private final Set<Node> graphs;
    private final GraphChoice choice;
    private final UsedProperties used;
    private final Consumer<Node> subjects;
    /** The statements of IRIs, with those of the blank nodes that they lead to. */
    private final Cache<ReadStatements, List<Quad>> kept = Caffeine.newBuilder()
            .maximumWeight(MOST_STATEMENTS)
            .weigher((ReadStatements key, List<Quad> quads) -> 1 + quads.size())
            .executor(Runnable::run)
            .build();

    /**
     * What was read.
     *
     * @param many the things of which not all incoming statements were read
     */
    record ReadSurroundings(Collection<Quad> statements, Set<Node> many) {}

    private record ReadStatements(Set<Node> properties, Node node) {}

    /**
     * @param graphs the names of the graphs that are read, of all that the engine has
     * @param choice tells how a statement is looked for in all graphs
     * @param used the properties that the statements have
     * @param subjects learns of each subject of what is read
     */
    Surroundings(
            EngineReads engine, Set<Node> graphs, GraphChoice choice, UsedProperties used, Consumer<Node> subjects) {
        this.used = used;
        this.subjects = subjects;
        this.choice = choice;
        this.engine = engine;
        this.graphs = graphs;
    }

    /** Keeps what is stated of classes, which each page of a thing needs. */
    void keepClasses(View copy) {
        Stream.concat(
                        copy.union().objects(Node.ANY, RDF.type.asNode()),
                        copy.union()
                                .find(Node.ANY, RDFS.subClassOf.asNode(), Node.ANY)
                                .flatMap(triple -> Stream.of(triple.getSubject(), triple.getObject())))
                .filter(Node::isURI)
                .distinct()
                .limit(MOST_CLASSES)
                .forEach(type -> keepClass(copy, type));
    }

    private void keepClass(View copy, Node type) {
        List<Quad> quads = copy.quads(type, Node.ANY, Node.ANY).toList();
        // Blank nodes have other labels in the engine, so that what has some is read from there.
        if (quads.stream().noneMatch(quad -> quad.getObject().isBlank())) {
            kept.put(new ReadStatements(Set.of(), type), quads);
        }
    }

    /** Returns all statements about an IRI, and about the blank nodes that it leads to. */
    List<Quad> about(Node thing) {
        Set<Quad> found = new LinkedHashSet<>();
        collect(List.of(thing), Reach.whole(Stream.of(), Stream.of(), false), found);
        return List.copyOf(found);
    }

    /** Returns the statements about nodes and their surroundings. Of blank nodes nothing is read. */
    ReadSurroundings of(Collection<Node> nodes, Reach reach) {
        List<Node> things = nodes.stream().filter(Node::isURI).distinct().toList();
        Set<Quad> found = new LinkedHashSet<>();
        Set<Node> taken = new LinkedHashSet<>(things);
        Set<Node> many = new HashSet<>();
        if (reach.incoming() || !reach.against().isEmpty()) {
            parts(things).forEach(part -> {
                // Things that are kept too, because what they lead to may not be.
                List<Quad> read = read(part, part, reach, LINKS, many);
                taken.addAll(subjects(read, part, reach));
                read.stream()
                        .filter(quad -> part.contains(quad.getObject())
                                || quad.getSubject().isBlank())
                        .forEach(found::add);
            });
        }
        collect(taken, reach, found);
        return new ReadSurroundings(found, many);
    }

    /** Returns the subjects that are taken for a statement about one of the things, or about a blank node. */
    private static Set<Node> subjects(Collection<Quad> read, Collection<Node> things, Reach reach) {
        return read.stream()
                .filter(quad -> reach.against().contains(quad.getPredicate()))
                .filter(quad ->
                        things.contains(quad.getObject()) || quad.getObject().isBlank())
                .map(Quad::getSubject)
                .filter(Node::isURI)
                .collect(Collectors.toSet());
    }

    /** Adds the statements about things and all that they lead to, and asks for those that are not kept. */
    private void collect(Collection<Node> things, Reach reach, Set<Quad> found) {
        Set<Node> seen = new HashSet<>();
        List<Node> open = new ArrayList<>(things);
        while (!open.isEmpty()) {
            List<Node> unknown = new ArrayList<>();
            while (!open.isEmpty()) {
                Node thing = open.removeLast();
                List<Quad> quads =
                        seen.add(thing) ? kept.getIfPresent(new ReadStatements(reach.properties(), thing)) : List.of();
                if (quads == null) {
                    seen.remove(thing);
                    unknown.add(thing);
                } else {
                    found.addAll(quads);
                    quads.stream()
                            .filter(quad -> reach.along().contains(quad.getPredicate())
                                    && quad.getObject().isURI())
                            .map(Quad::getObject)
                            .forEach(open::add);
                }
            }
            parts(unknown.stream().distinct().toList())
                    .forEach(part -> read(part, List.of(), reach, LINKS, new HashSet<>()));
            open.addAll(unknown);
        }
    }

    private static Stream<List<Node>> parts(List<Node> nodes) {
        return Stream.iterate(0, from -> from < nodes.size(), from -> from + MOST_THINGS)
                .map(from -> nodes.subList(from, Math.min(nodes.size(), from + MOST_THINGS)));
    }

    /**
     * Asks for things, keeps what is whole of the answer, and returns all of it.
     *
     * @param many the targets are added to it if they have more incoming statements than are read
     */
    private List<Quad> read(Collection<Node> things, Collection<Node> targets, Reach reach, int links, Set<Node> many) {
        List<Binding> rows = engine.rows(new SurroundingsQuery(reach, links, choice, used).of(things, targets));
        List<Quad> quads = new ArrayList<>(rows.size());
        Map<Node, List<Quad>> bySubject = new HashMap<>();
        for (Binding row : rows) {
            if (graphs.contains(row.get("g"))) {
                Quad quad = EngineReads.quad(row);
                quads.add(quad);
                bySubject
                        .computeIfAbsent(quad.getSubject(), subject -> new ArrayList<>())
                        .add(quad);
            }
        }
        bySubject.keySet().forEach(subjects);
        Set<Node> aims = Set.copyOf(targets);
        if (rows.stream().filter(row -> aims.contains(row.get("o"))).count() > ManyLinks.MOST_READ) {
            many.addAll(aims);
        }
        Set<Node> roots = new LinkedHashSet<>(things);
        roots.addAll(subjects(quads, targets, reach));
        if (!keep(roots, bySubject, reach, links) && links < MOST_LINKS) {
            return read(things, targets, reach, links * 2, many);
        }
        return quads;
    }

    /** Keeps the statements of all nodes that the request has reached; false if it has not reached all blank nodes. */
    private boolean keep(Collection<Node> things, Map<Node, List<Quad>> bySubject, Reach reach, int links) {
        Set<Node> seen = new HashSet<>();
        Collection<Node> level = things;
        boolean whole = true;
        Map<Node, List<Quad>> made = new HashMap<>();
        for (int link = 0; link <= links; link++) {
            Set<Node> next = new LinkedHashSet<>();
            for (Node thing : level) {
                if (seen.add(thing) && thing.isURI()) {
                    List<Quad> quads = new ArrayList<>();
                    boolean reached = withBlanks(thing, bySubject, links - link, quads);
                    if (reached) {
                        made.put(thing, List.copyOf(quads));
                        quads.stream()
                                .filter(quad -> reach.along().contains(quad.getPredicate())
                                        && quad.getObject().isURI()
                                        && quad.getSubject().equals(thing))
                                .map(Quad::getObject)
                                .forEach(next::add);
                    } else if (link == 0) {
                        whole = false;
                        made.put(thing, List.copyOf(quads));
                    }
                }
            }
            level = next;
        }
        if (whole || links * 2 > MOST_LINKS) {
            made.forEach((thing, quads) -> kept.put(new ReadStatements(reach.properties(), thing), quads));
        }
        return whole;
    }

    /**
     * Adds the statements about a node and the blank nodes that it leads to; false if a chain is longer than it may be.
     */
    private static boolean withBlanks(Node node, Map<Node, List<Quad>> bySubject, int links, List<Quad> into) {
        Set<Node> seen = new HashSet<>(Set.of(node));
        List<Node> level = List.of(node);
        for (int link = 0; !level.isEmpty(); link++) {
            if (link > links) {
                return false;
            }
            List<Node> next = new ArrayList<>();
            for (Node one : level) {
                for (Quad quad : bySubject.getOrDefault(one, List.of())) {
                    into.add(quad);
                    if (quad.getObject().isBlank() && seen.add(quad.getObject())) {
                        next.add(quad.getObject());
                    }
                }
            }
            level = next;
        }
        return true;
    }
}
