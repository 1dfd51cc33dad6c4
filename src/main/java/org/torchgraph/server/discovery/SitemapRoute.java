package org.torchgraph.server.discovery;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.torchgraph.http.Problem;
import org.torchgraph.resource.Resources;
import org.torchgraph.server.edition.Edition;
import org.torchgraph.server.edition.Editions;
import org.torchgraph.server.reply.Content;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.reply.Route;

/**
 * {@code /sitemap.xml}: the pages of the site, by the host that was asked; when there are too many for one sitemap, an
 * index of {@code /sitemap.xml?part=1} and so on.
 *
 * @see <a href="https://www.sitemaps.org/protocol.html">Sitemaps</a>
 */
public final class SitemapRoute implements Route {
    public static final String PATH = "/sitemap.xml";
    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /** As many as a sitemap may list. */
    private static final int MOST = 50_000;

    private final Editions editions;
    private Known known = new Known("", List.of());

    /** The pages of one dataset version. */
    private record Known(String version, List<String> pages) {}

    public SitemapRoute(Editions editions) {
        this.editions = editions;
    }

    @Override
    public Reply answer(Request request) {
        Edition edition = editions.get();
        List<String> pages = known(edition).pages();
        int parts = (pages.size() + MOST - 1) / MOST;
        Optional<Integer> part = request.parameter("part").map(text -> number(text, parts));
        return edition.reply(
                "application/xml",
                edition.tag("sitemap", request.origin(), part.toString()),
                () -> part.isEmpty() && parts > 1
                        ? index(request.origin(), parts)
                        : sitemap(request.origin(), part(pages, part.orElse(1))));
    }

    private synchronized Known known(Edition edition) {
        if (!known.version().equals(edition.snapshot().version())) {
            known = new Known(edition.snapshot().version(), pages(edition));
        }
        return known;
    }

    private static List<String> part(List<String> pages, int number) {
        return pages.subList((number - 1) * MOST, Math.min(pages.size(), number * MOST));
    }

    private static int number(String text, int parts) {
        if (!text.matches("[1-9]\\d{0,8}") || Integer.parseInt(text) > parts) {
            throw Problem.of(Problem.Kind.NOT_FOUND, "The sitemap has no part " + text + ".")
                    .exception();
        }
        return Integer.parseInt(text);
    }

    /** The fixed pages, the questions, and the document about each thing and each graph, unless it was withdrawn. */
    private static List<String> pages(Edition edition) {
        TreeSet<String> documents = new TreeSet<>();
        Graph data = edition.snapshot().data().getDefaultGraph();
        Stream.concat(
                        data.stream().map(Triple::getSubject),
                        Iter.asStream(edition.snapshot().data().listGraphNodes()))
                .filter(node -> node.isURI() && node.getURI().indexOf('#') < 0)
                .distinct()
                .filter(node -> !Resources.isWithdrawn(data, node))
                .map(Node::getURI)
                .flatMap(iri -> edition.site().links().path(iri).stream())
                .filter(path -> path.startsWith("/doc/"))
                .forEach(documents::add);
        return Stream.of(
                        Stream.of("/", "/about", "/def", "/export", "/queries"),
                        documents.stream(),
                        edition.questions().all().stream()
                                .filter(question -> question.panel().isEmpty())
                                .map(question -> "/queries/" + question.name()))
                .flatMap(paths -> paths)
                .toList();
    }

    private static Content sitemap(String origin, List<String> pages) {
        return Xml.document("urlset", NAMESPACE, urlset -> {
            for (String page : pages) {
                urlset.element("url", url -> url.element("loc", origin + page));
            }
        });
    }

    private static Content index(String origin, int parts) {
        return Xml.document("sitemapindex", NAMESPACE, index -> {
            for (int part = 1; part <= parts; part++) {
                String address = origin + PATH + "?part=" + part;
                index.element("sitemap", sitemap -> sitemap.element("loc", address));
            }
        });
    }
}
