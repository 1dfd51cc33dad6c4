package org.torchgraph.model.datasets;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.torchgraph.model.datasets.DatasetCatalogue.CatalogueItem;
import org.torchgraph.model.datasets.DatasetCatalogue.Contact;
import org.torchgraph.model.portion.Portion;

/**
 * What one page shows of a catalogue.
 *
 * @param datasets a page of its datasets
 * @param services its services
 * @param contacts whom to ask about the catalogue
 */
public record CatalogueExcerpt(Portion<CatalogueItem> datasets, List<CatalogueItem> services, List<Contact> contacts) {
    private static final int DATASETS_ON_PAGE = 50;
    private static final int MAX_SERVICES = 50;

    /** Returns what a page shows; empty if there is no such page of datasets. */
    public static Optional<CatalogueExcerpt> of(DatasetCatalogue catalogue, int page) {
        return Portion.of(catalogue.datasets(), page, DATASETS_ON_PAGE)
                .map(datasets -> new CatalogueExcerpt(
                        datasets,
                        catalogue.services().stream().limit(MAX_SERVICES).toList(),
                        catalogue.contacts()));
    }

    /** Returns all nodes that the page shows. */
    public List<Node> nodes() {
        return Stream.concat(
                        Stream.concat(datasets.items().stream(), services.stream())
                                .flatMap(CatalogueItem::nodes),
                        contacts.stream().map(Contact::node))
                .distinct()
                .toList();
    }
}
