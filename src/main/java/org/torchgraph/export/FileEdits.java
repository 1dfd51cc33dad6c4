package org.torchgraph.export;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.torchgraph.dataset.Snapshot;
import org.torchgraph.dataset.WriteRecord;
import org.torchgraph.http.PercentEncoding;
import org.torchgraph.publication.DataFile;
import org.torchgraph.publication.Publication;
import org.torchgraph.publication.syntax.GraphName;
import org.torchgraph.rdf.digest.SortedNQuads;
import org.torchgraph.routes.IriPaths;

/**
 * Compares the files of a publication with the graphs of a store that was filled from them, and works out which files
 * differ. Files of {@code ontology/} are not compared, because their graphs change by them alone.
 */
public final class FileEdits {
    private static final String DATA = "data/";

    /** The file of new graphs whose names are not those of files. */
    private static final String OTHER_GRAPHS = "data/other-graphs.trig";

    private final Publication publication;
    private final Snapshot store;
    private final Map<Node, Set<Quad>> stored;
    private final Map<Node, List<DataFile>> holders = new HashMap<>();

    /**
     * A file that does not state what the store has.
     *
     * @param file what it will be; without statements it is to be removed
     * @param isNew whether there is no such file yet
     * @param isKnown whether the store has ever had what the file states now
     */
    public record FileEdit(DataFile file, boolean isNew, boolean isKnown) {}

    private FileEdits(Publication publication, Snapshot store) {
        this.publication = publication;
        this.store = store;
        this.stored = store.quads(Node.ANY, Node.ANY, Node.ANY)
                .filter(quad -> isData(quad.getGraph()))
                .collect(Collectors.groupingBy(Quad::getGraph, Collectors.toSet()));
        publication.data().stream().filter(file -> file.file().startsWith(DATA)).forEach(file -> Stream.concat(
                        Stream.of(file.graph()), file.quads().stream().map(Quad::getGraph))
                .distinct()
                .filter(this::isData)
                .forEach(graph -> holders.computeIfAbsent(graph, none -> new ArrayList<>())
                        .add(file)));
    }

    private boolean isData(Node graph) {
        return !graph.toString().startsWith(publication.base() + "graph/ontology/");
    }

    /** Returns the files that differ, by path. */
    public static List<FileEdit> between(Publication publication, Snapshot store) {
        return new FileEdits(publication, store).edits();
    }

    private List<FileEdit> edits() {
        Map<String, DataFile> before = new HashMap<>();
        publication.data().forEach(file -> before.put(file.file(), file));
        Map<String, DataFile> targets = new TreeMap<>();
        Map<String, Set<Quad>> now = new HashMap<>();
        Set<String> unknown = new HashSet<>();
        Set<Node> graphs = new LinkedHashSet<>(stored.keySet());
        graphs.addAll(holders.keySet());
        for (Node graph : graphs) {
            List<DataFile> files = holders.getOrDefault(graph, List.of());
            Set<Quad> stated = files.stream().flatMap(file -> in(graph, file)).collect(Collectors.toSet());
            Set<Quad> wanted = stored.getOrDefault(graph, Set.of());
            if (lines(stated).equals(lines(wanted))) {
                continue;
            }
            boolean known = stated.isEmpty() || hasBeen(graph, lines(stated));
            DataFile target = target(graph, files, before);
            targets.putIfAbsent(target.file(), target);
            Set<Quad> rest = new HashSet<>(wanted);
            for (DataFile file : files) {
                targets.putIfAbsent(file.file(), file);
                Set<Quad> kept = now.computeIfAbsent(file.file(), none -> new LinkedHashSet<>(file.quads()));
                kept.removeIf(quad -> quad.getGraph().equals(graph) && (file.equals(target) || !rest.contains(quad)));
                if (!file.equals(target)) {
                    rest.removeAll(kept);
                }
                if (!known) {
                    unknown.add(file.file());
                }
            }
            now.computeIfAbsent(target.file(), none -> new LinkedHashSet<>(target.quads()))
                    .addAll(rest);
        }
        return targets.values().stream()
                .map(file -> new FileEdit(
                        new DataFile(file.file(), file.graph(), List.copyOf(now.get(file.file()))),
                        !before.containsKey(file.file()),
                        !unknown.contains(file.file())))
                .filter(edit -> edit.isNew()
                        || !lines(edit.file().quads())
                                .equals(lines(before.get(edit.file().file()).quads())))
                .toList();
    }

    private static Stream<Quad> in(Node graph, DataFile file) {
        return file.quads().stream().filter(quad -> quad.getGraph().equals(graph));
    }

    /** Returns the file that gets what is new in a graph: the one that it is named after, else one that has it. */
    private DataFile target(Node graph, List<DataFile> files, Map<String, DataFile> before) {
        return files.stream()
                .filter(file -> file.graph().equals(graph))
                .findFirst()
                .or(() -> files.stream().findFirst())
                .orElseGet(() -> {
                    String name = named(graph).orElse(OTHER_GRAPHS);
                    Node own = name.equals(OTHER_GRAPHS)
                            ? GraphName.of(publication.base(), OTHER_GRAPHS.replace(".trig", ""))
                            : graph;
                    return before.getOrDefault(name, new DataFile(name, own, List.of()));
                });
    }

    /** Returns the path of the file that a graph is named after; empty if no file can have that name. */
    private Optional<String> named(Node graph) {
        String folder = publication.base() + IriPaths.GRAPHS;
        if (!graph.isURI() || !graph.getURI().startsWith(folder)) {
            return Optional.empty();
        }
        String stem;
        try {
            stem = DATA + PercentEncoding.decoded(graph.getURI().substring(folder.length()));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
        boolean legal = Stream.of(stem.split("/", -1)).noneMatch(part -> part.isEmpty() || part.startsWith("."))
                && !stem.contains("\\");
        return legal && GraphName.of(publication.base(), stem).equals(graph)
                ? Optional.of(stem + ".ttl")
                : Optional.empty();
    }

    /** Returns whether the graph had these statements now or before one of the writes. */
    private boolean hasBeen(Node graph, List<String> lines) {
        Set<Quad> state = new HashSet<>(stored.getOrDefault(graph, Set.of()));
        for (WriteRecord write : store.history().writes().reversed()) {
            if (write.change().graphs().contains(graph)) {
                write.change().added().stream()
                        .filter(quad -> quad.getGraph().equals(graph))
                        .forEach(state::remove);
                write.change().removed().stream()
                        .filter(quad -> quad.getGraph().equals(graph))
                        .forEach(state::add);
                if (lines(state).equals(lines)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<String> lines(Collection<Quad> quads) {
        return SortedNQuads.lines(quads);
    }
}
