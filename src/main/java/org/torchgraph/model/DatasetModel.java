package org.torchgraph.model;

import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.system.PrefixMap;
import org.torchgraph.dataset.Snapshot;
import org.torchgraph.dataset.UnionChange;
import org.torchgraph.model.catalogue.CatalogueEntry;
import org.torchgraph.model.catalogue.Versions;
import org.torchgraph.model.change.Writes;
import org.torchgraph.model.vocabulary.SchemaOrg;
import org.torchgraph.model.vocabulary.TermLabels;
import org.torchgraph.model.vocabulary.Vocabulary;
import org.torchgraph.publication.settings.Settings;
import org.torchgraph.rdf.TripleSource;
import org.torchgraph.routes.SiteRoute;

/**
 * The values that pages and routes need of one dataset version, computed once. Pages read these values and no triples.
 *
 * @param resources describes each IRI
 * @param entry the catalogue entry of the dataset
 * @param versions the recorded versions of the dataset
 * @param writes what writers have changed
 * @param classes the number of things in each class
 * @param cited the cited sources, the most cited first
 * @param vocabulary the classes and properties that the publication defines
 * @param views the things whose pages show more than their statements
 * @param schemaOrg the schema.org equivalents of terms
 * @param termLabels the labels of the publication's own terms, by fragment in lower case
 */
public record DatasetModel(
        Resources resources,
        CatalogueEntry entry,
        Versions versions,
        Lazy<Writes> writes,
        Lazy<Map<Node, Long>> classes,
        Lazy<List<CitedSource>> cited,
        Lazy<Vocabulary> vocabulary,
        ThingViews views,
        SchemaOrg schemaOrg,
        Map<String, List<Node>> termLabels) {

    /** Reads a dataset version, whose own IRIs begin with the base, as the settings of its publication say. */
    public static DatasetModel of(String base, PrefixMap prefixes, Snapshot snapshot, Settings settings) {
        return of(base, snapshot, new Resources(snapshot, prefixes, settings), settings);
    }

    /** Reads the next version of this one. */
    public DatasetModel after(UnionChange change, String base, Snapshot next, Settings settings) {
        return of(base, next, resources.after(change, next), settings);
    }

    private static DatasetModel of(String base, Snapshot snapshot, Resources resources, Settings settings) {
        TripleSource union = snapshot.whole().union();
        CatalogueEntry entry = CatalogueEntry.of(union, base).of(settings.website());
        return new DatasetModel(
                resources,
                entry,
                Versions.of(union, entry.dataset()),
                new Lazy<>(() -> Writes.of(snapshot.history(), union)),
                new Lazy<>(() -> ClassCounts.in(union)),
                new Lazy<>(() -> CitedSource.in(union)),
                new Lazy<>(() -> Vocabulary.of(union, SiteRoute.VOCABULARY.iri(base) + "#")),
                new ThingViews(snapshot, resources, resources.hiddenViews()),
                new SchemaOrg(union),
                TermLabels.byFragment(union, base));
    }
}
