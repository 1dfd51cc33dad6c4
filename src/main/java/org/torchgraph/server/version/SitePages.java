package org.torchgraph.server.version;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.torchgraph.model.DatasetModel;
import org.torchgraph.question.Questions;
import org.torchgraph.rdf.TripleSource;
import org.torchgraph.routes.PageAddress;
import org.torchgraph.routes.RouteRole;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.site.words.LocalLinks;

/**
 * All pages of a version for those who read the whole site.
 *
 * @param pages the pages; without those of documents if these are too many to be listed
 * @param day the date of the version as its editors state it; empty if they do not
 * @param more the pages that are too many to be listed
 */
public record SitePages(List<SitePage> pages, Optional<String> day, Optional<MorePages> more) {
    /** The length of a date, {@code 2026-11-23}. */
    private static final int ISO_DAY = 10;

    /**
     * A page.
     *
     * @param path its path
     * @param day the date of its last change; empty if the data do not state it
     */
    public record SitePage(String path, Optional<String> day) {}

    /** Pages of documents that are read some at a time. */
    public interface MorePages {
        /** Returns how many there are. */
        long number();

        /** Returns some of them. */
        List<SitePage> some(long from, int most);
    }

    /** Lists the fixed pages, the questions, and the document about each thing and graph that is not withdrawn. */
    static SitePages of(TripleSource data, DatasetModel model, Questions questions, LocalLinks links) {
        Optional<String> day =
                model.versions().issued().map(Node::getLiteralLexicalForm).flatMap(SitePages::day);
        // One of these may stand for a thing of the same IRI.
        List<String> own =
                SiteRoute.with(RouteRole.LISTED).map(SiteRoute::path).sorted().toList();
        TreeMap<String, SitePage> documents = new TreeMap<>();
        Optional<MorePages> more = data.counted().map(counts -> new MorePages() {
            @Override
            public long number() {
                return counts.documents();
            }

            @Override
            public List<SitePage> some(long from, int most) {
                return counts.documents(from, most).stream()
                        .filter(thing -> !model.resources().isWithdrawn(thing))
                        .map(thing -> links.address(thing.getURI()).toString())
                        .filter(address -> address.length() <= PageAddress.MAX_CHARACTERS)
                        .map(address -> new SitePage(address, day))
                        .toList();
            }
        });
        (more.isPresent() ? Stream.<String>empty() : model.resources().documents())
                .filter(iri -> links.path(iri).filter(own::contains).isEmpty())
                .forEach(iri -> {
                    String address = links.address(iri).toString();
                    if (address.length() <= PageAddress.MAX_CHARACTERS) {
                        documents.put(
                                address,
                                new SitePage(
                                        address,
                                        modified(data, NodeFactory.createURI(iri))
                                                .or(() -> day)));
                    }
                });
        List<SitePage> pages = Stream.of(
                        own.stream().map(path -> new SitePage(path, day)),
                        documents.values().stream(),
                        questions.all().stream()
                                .filter(question -> question.panel().isEmpty())
                                .map(question -> new SitePage(SiteRoute.QUESTION.path(question.name()), day)))
                .flatMap(paths -> paths)
                .toList();
        return new SitePages(pages, day, more);
    }

    private static Optional<String> modified(TripleSource data, Node thing) {
        return data.objects(thing, DCTerms.modified.asNode())
                .filter(Node::isLiteral)
                .flatMap(date -> day(date.getLiteralLexicalForm()).stream())
                .max(Comparator.naturalOrder());
    }

    /** Returns the date of a date or time; empty if it is invalid or less precise. */
    private static Optional<String> day(String date) {
        try {
            return Optional.of(LocalDate.parse(StringUtils.left(date, ISO_DAY)).toString());
        } catch (DateTimeParseException notADay) {
            return Optional.empty();
        }
    }
}
