package org.torchgraph.server.discovery;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.lang3.StringUtils;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.torchgraph.http.Problem;
import org.torchgraph.messages.Code;
import org.torchgraph.model.catalogue.Version;
import org.torchgraph.rdf.TripleSource;
import org.torchgraph.routes.PageAddress;
import org.torchgraph.routes.RouteRole;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.server.reply.Content;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.reply.Route;
import org.torchgraph.server.version.CurrentVersion;
import org.torchgraph.server.version.PublishedVersion;

/**
 * Serves {@code /sitemap.xml}, the pages of the site by the host of the request. If they exceed one sitemap, it is an
 * index of {@code /sitemap.xml?part=1} and so on.
 *
 * @see <a href="https://www.sitemaps.org/protocol.html">Sitemaps</a>
 */
public final class SitemapRoute implements Route {
    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /** The limit of pages in one sitemap (Sitemaps protocol). */
    private static final int MAX_PAGES = 50_000;

    /** The length of a date, {@code 2026-11-23}. */
    private static final int ISO_DAY = 10;

    private final CurrentVersion currentVersion;
    private Known known = new Known("", List.of());

    /** The pages of one dataset version. */
    private record Known(String version, List<Page> pages) {}

    /**
     * A page.
     *
     * @param path its path
     * @param day the date of its last change; empty if the data do not state it
     */
    private record Page(String path, Optional<String> day) {}

    public SitemapRoute(CurrentVersion currentVersion) {
        this.currentVersion = currentVersion;
    }

    @Override
    public Reply answer(Request request) {
        PublishedVersion published = currentVersion.get();
        List<Page> pages = known(published).pages();
        int parts = (pages.size() + MAX_PAGES - 1) / MAX_PAGES;
        Optional<Integer> part = request.parameter("part").map(text -> number(text, parts));
        return published.reply(
                "application/xml",
                published.tag("sitemap", request.root(), part.toString()),
                () -> part.isEmpty() && parts > 1
                        ? index(request.root(), parts, day(published))
                        : sitemap(request.root(), part(pages, part.orElse(1))));
    }

    private synchronized Known known(PublishedVersion published) {
        if (!known.version().equals(published.snapshot().version())) {
            known = new Known(published.snapshot().version(), pages(published));
        }
        return known;
    }

    private static List<Page> part(List<Page> pages, int number) {
        return pages.subList((number - 1) * MAX_PAGES, Math.min(pages.size(), number * MAX_PAGES));
    }

    private static int number(String text, int parts) {
        if (!text.matches("[1-9]\\d{0,8}") || Integer.parseInt(text) > parts) {
            throw Problem.of(Problem.ProblemKind.NOT_FOUND, Code.NO_SITEMAP_PART, text)
                    .exception();
        }
        return Integer.parseInt(text);
    }

    /** Returns the fixed pages, the questions, and the document about each thing and graph that is not withdrawn. */
    private static List<Page> pages(PublishedVersion published) {
        Optional<String> day = day(published);
        // One of these may stand for a thing of the same IRI.
        List<String> own =
                SiteRoute.with(RouteRole.LISTED).map(SiteRoute::path).sorted().toList();
        TreeMap<String, Page> documents = new TreeMap<>();
        TripleSource data = published.snapshot().union();
        published
                .resources()
                .documents()
                .filter(iri ->
                        published.site().links().path(iri).filter(own::contains).isEmpty())
                .forEach(iri -> {
                    String address = published.site().links().address(iri).toString();
                    if (address.length() <= PageAddress.MAX_CHARACTERS) {
                        Node thing = NodeFactory.createURI(iri);
                        documents.put(
                                address, new Page(address, modified(data, thing).or(() -> day)));
                    }
                });
        return Stream.of(
                        own.stream().map(path -> new Page(path, day)),
                        documents.values().stream(),
                        published.questions().all().stream()
                                .filter(question -> question.panel().isEmpty())
                                .map(question -> new Page(SiteRoute.QUESTION.path(question.name()), day)))
                .flatMap(paths -> paths)
                .toList();
    }

    /** Returns the date of the current version as its editors state it. */
    private static Optional<String> day(PublishedVersion published) {
        return published
                .model()
                .versions()
                .current()
                .flatMap(Version::issued)
                .or(() -> published.model().versions().day().map(Node::getLiteralLexicalForm))
                .flatMap(SitemapRoute::day);
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

    private static Content sitemap(String root, List<Page> pages) {
        return Xml.document("urlset", NAMESPACE, urlset -> {
            for (Page page : pages) {
                urlset.element("url", url -> entry(url, root + page.path(), page.day()));
            }
        });
    }

    private static Content index(String root, int parts, Optional<String> day) {
        return Xml.document("sitemapindex", NAMESPACE, index -> {
            for (int part = 1; part <= parts; part++) {
                String address = root + SiteRoute.SITEMAP.path() + "?part=" + part;
                index.element("sitemap", sitemap -> entry(sitemap, address, day));
            }
        });
    }

    private static void entry(Xml xml, String address, Optional<String> day) throws XMLStreamException {
        xml.element("loc", address);
        if (day.isPresent()) {
            xml.element("lastmod", day.get());
        }
    }
}
