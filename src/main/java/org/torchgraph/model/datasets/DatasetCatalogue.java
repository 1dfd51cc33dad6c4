package org.torchgraph.model.datasets;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.RDF;
import org.torchgraph.rdf.TripleSource;

/**
 * A catalogue of datasets.
 *
 * @param node the catalogue
 * @param datasets its datasets by name
 * @param services its services by name
 * @param contacts whom to ask about the catalogue
 */
public record DatasetCatalogue(
        Node node, List<CatalogueItem> datasets, List<CatalogueItem> services, List<Contact> contacts) {

    /**
     * A dataset, a service or a catalogue within the catalogue.
     *
     * @param node the dataset
     * @param descriptions what it is, literals
     * @param publishers who published it
     * @param issued when it was published
     * @param modified when it was last changed
     * @param licences under which terms it may be used
     * @param themes its themes
     * @param keywords its keywords, literals
     * @param addresses its page, or where the service answers
     * @param files the files in which it can be had
     * @param more the number of files that are not shown
     * @param contacts whom to ask
     */
    public record CatalogueItem(
            Node node,
            List<Node> descriptions,
            List<Node> publishers,
            List<Node> issued,
            List<Node> modified,
            List<Node> licences,
            List<Node> themes,
            List<Node> keywords,
            List<Node> addresses,
            List<CatalogueFile> files,
            int more,
            List<Contact> contacts) {

        /** Returns all nodes that are shown of it. */
        public Stream<Node> nodes() {
            return Stream.of(
                            Stream.of(node),
                            Stream.of(publishers, licences, themes, addresses).flatMap(List::stream),
                            files.stream().flatMap(CatalogueFile::nodes),
                            contacts.stream().map(Contact::node))
                    .flatMap(nodes -> nodes);
        }
    }

    /**
     * A file or another form of a dataset.
     *
     * @param node the distribution
     * @param titles its titles, literals
     * @param formats its formats
     * @param size its size in bytes, a literal, or null
     * @param licences under which terms it may be used
     * @param downloads where the file is
     * @param accesses where the data can be reached otherwise
     */
    public record CatalogueFile(
            Node node,
            List<Node> titles,
            List<Node> formats,
            Node size,
            List<Node> licences,
            List<Node> downloads,
            List<Node> accesses) {

        private Stream<Node> nodes() {
            return Stream.concat(
                    Stream.of(node),
                    Stream.of(formats, licences, downloads, accesses).flatMap(List::stream));
        }
    }

    /**
     * Whom to ask.
     *
     * @param node the contact
     * @param names its names, literals
     * @param mail addresses of mail
     * @param pages pages
     */
    public record Contact(Node node, List<Node> names, List<Node> mail, List<Node> pages) {}

    /**
     * Reads the catalogues that have datasets or services; there are none if these are more than the store can read.
     *
     * @param names finds names by which datasets are ordered
     */
    public static List<DatasetCatalogue> in(TripleSource data, Function<List<Node>, Map<Node, String>> names) {
        if (!data.isReadable(DCAT.dataset.asNode())) {
            return List.of();
        }
        Set<Node> found = new LinkedHashSet<>();
        data.subjects(RDF.type.asNode(), DCAT.Catalog.asNode()).forEach(found::add);
        data.find(Node.ANY, DCAT.dataset.asNode(), Node.ANY).forEach(triple -> found.add(triple.getSubject()));
        List<Node> catalogues = found.stream()
                .filter(Node::isURI)
                .sorted(Comparator.comparing(Node::getURI))
                .toList();
        return catalogues.stream()
                .map(node -> of(data, node, catalogues.size() == 1, names))
                .filter(catalogue ->
                        !catalogue.datasets().isEmpty() || !catalogue.services().isEmpty())
                .toList();
    }

    private static DatasetCatalogue of(
            TripleSource data, Node catalogue, boolean only, Function<List<Node>, Map<Node, String>> names) {
        DcatTerms terms = new DcatTerms(data);
        List<Node> stated = Stream.of(DCAT.dataset, DCAT.catalog)
                .flatMap(property -> terms.values(catalogue, property).stream())
                .distinct()
                .toList();
        // The only catalogue that lists nothing has all datasets.
        List<Node> datasets = !stated.isEmpty() || !only
                ? stated
                : data.subjects(RDF.type.asNode(), DCAT.Dataset.asNode())
                        .filter(node -> node.isURI() && !node.equals(catalogue))
                        .toList();
        return new DatasetCatalogue(
                catalogue,
                items(datasets, terms, names),
                items(terms.values(catalogue, DCAT.service), terms, names),
                terms.contacts(catalogue));
    }

    private static List<CatalogueItem> items(
            List<Node> nodes, DcatTerms terms, Function<List<Node>, Map<Node, String>> names) {
        Map<Node, String> named = names.apply(nodes);
        return nodes.stream()
                .sorted(Comparator.<Node, String>comparing(named::get).thenComparing(node -> node.toString()))
                .map(terms::item)
                .toList();
    }
}
