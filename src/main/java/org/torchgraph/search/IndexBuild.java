package org.torchgraph.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.collections4.ListUtils;
import org.apache.jena.graph.Node;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.search.IndexSearcher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.torchgraph.dataset.View;
import org.torchgraph.model.WithdrawnThings;
import org.torchgraph.publication.settings.Presentation;
import org.torchgraph.rdf.TripleSource;
import org.torchgraph.search.text.Synonyms;

/**
 * Builds the index of a snapshot: one document per thing that is not withdrawn, in the order of the IRIs. A large one
 * is built in as many parts as there are processors, at the same time.
 */
final class IndexBuild {
    /** The number of things whose index is kept in memory. */
    private static final int MOST_IN_MEMORY = 100_000;

    /** The number of things for which reading and indexing take little of the heap. */
    private static final int FEW_THINGS = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(IndexBuild.class);

    /** What searches read. */
    private final View read;

    /** The same statements, read at once. */
    private final View whole;

    private final String base;
    private final List<Facet> facets;
    private final Presentation presentation;

    private IndexBuild(View data, String base, List<Facet> facets, Presentation presentation) {
        this.read = data;
        View all = data.whole();
        this.whole = all.union().counted().isPresent()
                ? data.withProperties(ThingTexts.searched(all.union(), presentation, facets))
                : all;
        this.base = base;
        this.facets = facets;
        this.presentation = presentation;
    }

    /**
     * Builds the index.
     *
     * @param data the dataset
     * @param base the IRI prefix of the publication's things
     * @param facets the facets of the publication
     * @param presentation the search fields and naming properties of the publication
     */
    static ThingIndex of(View data, String base, List<Facet> facets, Presentation presentation) {
        return of(data, base, facets, presentation, MOST_IN_MEMORY, Path.of(System.getProperty("java.io.tmpdir")));
    }

    /**
     * Builds the index.
     *
     * @param mostInMemory the number of things whose index is kept in memory
     * @param temporary the folder for the files of a larger one
     */
    static ThingIndex of(
            View data, String base, List<Facet> facets, Presentation presentation, int mostInMemory, Path temporary) {
        IndexStorage.removeAbandonedBelow(temporary);
        IndexBuild build = new IndexBuild(data, base, facets, presentation);
        List<Node> described = build.described();
        if (described.size() > mostInMemory) {
            List<IndexStorage> files = new ArrayList<>();
            try {
                int processors = Runtime.getRuntime().availableProcessors();
                List<List<Node>> slices =
                        ListUtils.partition(described, (described.size() + processors - 1) / processors);
                for (int i = 0; i < slices.size(); i++) {
                    files.add(IndexStorage.inFilesBelow(temporary));
                }
                return heapGivenBack(build.built(slices, files), described.size());
            } catch (IOException | UncheckedIOException full) {
                LOG.warn(
                        "The search index is kept in memory: it cannot be written to {}: {}",
                        temporary,
                        full.toString());
            } finally {
                files.forEach(IndexStorage::close);
            }
        }
        try (IndexStorage memory = IndexStorage.inMemory()) {
            return heapGivenBack(build.built(List.of(described), List.of(memory)), described.size());
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    /**
     * Returns an index after the heap, which has grown for what is no longer used, is made smaller by a full
     * collection.
     */
    private static ThingIndex heapGivenBack(ThingIndex index, int things) {
        if (things > FEW_THINGS) {
            System.gc();
        }
        return index;
    }

    /** Builds a part of each slice in the storage with the same index. */
    private ThingIndex built(List<List<Node>> slices, List<IndexStorage> storages) throws IOException {
        List<IndexPart> parts = IntStream.range(0, slices.size())
                .parallel()
                .mapToObj(i -> new IndexPart(whole, base, facets, presentation).of(slices.get(i), storages.get(i)))
                .toList();
        List<Node> things = new ArrayList<>();
        Map<Facet, List<List<Node>>> values = new LinkedHashMap<>();
        facets.forEach(facet -> values.put(facet, new ArrayList<>()));
        Synonyms synonyms = new Synonyms();
        for (IndexPart part : parts) {
            things.addAll(part.things());
            facets.forEach(facet -> values.get(facet).addAll(part.values(facet)));
            part.synonyms().forEach(synonyms::add);
        }
        List<DirectoryReader> readers = new ArrayList<>();
        for (IndexStorage storage : storages) {
            readers.add(storage.open());
        }
        // Numbers of documents go on from part to part, as those of things do.
        IndexReader reader = new MultiReader(readers.toArray(IndexReader[]::new));
        IndexSearcher.setMaxClauseCount(1 << 14);
        ThingIndex index = new ThingIndex(
                read,
                new ThingTexts(whole.union(), presentation).in(read.union()),
                base,
                new IndexSearcher(reader),
                List.copyOf(things),
                values,
                synonyms);
        IndexStorage.closeAfter(index, reader);
        return index;
    }

    private List<Node> described() {
        TripleSource union = whole.union();
        return union.subjects()
                .filter(node -> node.isURI() && !WithdrawnThings.has(union, node))
                .sorted(IndexPart::byText)
                .toList();
    }
}
