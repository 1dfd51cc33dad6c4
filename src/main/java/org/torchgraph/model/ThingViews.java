package org.torchgraph.model;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.torchgraph.dataset.Reach;
import org.torchgraph.dataset.Snapshot;
import org.torchgraph.model.cube.DataCube;
import org.torchgraph.model.datasets.DatasetCatalogue;
import org.torchgraph.model.thesaurus.Thesauri;
import org.torchgraph.model.thesaurus.ThesaurusReader;
import org.torchgraph.rdf.TripleSource;

/**
 * The things of a version whose pages show more than their statements, because of what they are. Each kind is read
 * once, when a page first needs it; a kind that the settings hide has none.
 */
public final class ThingViews {
    /** The number of cells of data cubes that are kept in memory. */
    private static final int MAX_CELLS = 2_000_000;

    private static final Reach STATEMENTS = Reach.whole(Stream.of(), Stream.of(), false);

    private final Snapshot snapshot;
    private final Lazy<Thesauri> thesauri;
    private final Lazy<Set<Node>> cubes;
    private final Lazy<Map<Node, DatasetCatalogue>> catalogues;
    private final Cache<Node, DataCube> read = Caffeine.newBuilder()
            .maximumWeight(MAX_CELLS)
            .weigher((Node node, DataCube cube) ->
                    1 + cube.observations().size() * (1 + cube.components().size()))
            .build();

    /** The kinds of views that a setting can hide, by their names in lower case. */
    public enum ViewName {
        THESAURUS,
        CUBE,
        CATALOGUE
    }

    /**
     * A thing with a view.
     *
     * @param kind the kind of view
     * @param node the thing
     * @param size the number of concepts or datasets; 0 if it is not known
     */
    public record ViewedThing(ViewName kind, Node node, int size) {}

    ThingViews(Snapshot snapshot, Resources resources, Set<ViewName> hidden) {
        this.snapshot = snapshot;
        this.thesauri = new Lazy<>(() -> hidden.contains(ViewName.THESAURUS)
                ? Thesauri.NONE
                : ThesaurusReader.read(snapshot.whole().union(), (nodes, ranges) -> names(resources, nodes, ranges)));
        this.cubes = new Lazy<>(() -> hidden.contains(ViewName.CUBE)
                ? Set.of()
                : Set.copyOf(DataCube.in(snapshot.whole().union())));
        this.catalogues = new Lazy<>(() -> hidden.contains(ViewName.CATALOGUE)
                ? Map.of()
                : DatasetCatalogue.in(snapshot.whole().union(), nodes -> names(resources, nodes, List.of())).stream()
                        .collect(Collectors.toMap(DatasetCatalogue::node, catalogue -> catalogue)));
    }

    private static Map<Node, String> names(Resources resources, Collection<Node> nodes, List<String> ranges) {
        Labels labels = resources.manyLabels(nodes);
        return nodes.stream().distinct().collect(Collectors.toMap(node -> node, node -> labels.name(node, ranges)
                .text()));
    }

    /** Computes everything that is computed on first use, but for the observations of data cubes. */
    public void compute() {
        thesauri.get();
        cubes.get();
        catalogues.get();
    }

    /** Returns all things that have a view: catalogues, data cubes, then concept schemes, the largest first. */
    public List<ViewedThing> all() {
        return Stream.of(
                        catalogues.get().values().stream()
                                .map(one -> new ViewedThing(
                                        ViewName.CATALOGUE,
                                        one.node(),
                                        one.datasets().size()))
                                .sorted(Comparator.comparing(one -> one.node().getURI())),
                        cubes.get().stream()
                                .map(one -> new ViewedThing(ViewName.CUBE, one, 0))
                                .sorted(Comparator.comparing(one -> one.node().getURI())),
                        thesauri.get().schemes().stream()
                                .map(one -> new ViewedThing(
                                        ViewName.THESAURUS,
                                        one.node(),
                                        one.concepts().size())))
                .flatMap(things -> things)
                .toList();
    }

    /** Returns the concept schemes. */
    public Thesauri thesauri() {
        return thesauri.get();
    }

    /** Returns the data cubes. */
    public Set<Node> cubes() {
        return cubes.get();
    }

    /** Returns a data cube; empty if the node is none, or has no observations. */
    public Optional<DataCube> cube(Node node) {
        return cubes.get().contains(node)
                ? Optional.of(read.get(node, one -> read(one)))
                        .filter(cube -> !cube.observations().isEmpty()
                                || !cube.components().isEmpty())
                : Optional.empty();
    }

    /** Reads a cube: of statements that are too many to be read at once, some observations at a time. */
    private DataCube read(Node cube) {
        TripleSource whole = snapshot.whole().union();
        return DataCube.of(
                whole,
                cube,
                observations -> whole.counted().isPresent()
                        ? snapshot.around(observations, STATEMENTS).union()
                        : whole);
    }

    /** Returns the catalogues of datasets, in no order. */
    public Map<Node, DatasetCatalogue> catalogues() {
        return catalogues.get();
    }
}
