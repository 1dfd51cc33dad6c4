package org.torchgraph.server.discovery;

import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.torchgraph.http.Ordinal;
import org.torchgraph.http.Problem;
import org.torchgraph.messages.Code;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.server.reply.Content;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.reply.Route;
import org.torchgraph.server.version.CurrentVersion;
import org.torchgraph.server.version.PublishedVersion;
import org.torchgraph.server.version.SitePages;

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

    private final CurrentVersion currentVersion;

    public SitemapRoute(CurrentVersion currentVersion) {
        this.currentVersion = currentVersion;
    }

    @Override
    public Reply answer(Request request) {
        PublishedVersion published = currentVersion.get();
        SitePages site = published.pages().get();
        int listed = Math.ceilDiv(site.pages().size(), MAX_PAGES);
        int parts = listed
                + Math.toIntExact(Math.ceilDiv(
                        site.more().map(SitePages.MorePages::number).orElse(0L), (long) MAX_PAGES));
        Optional<Integer> part = request.parameter("part").map(text -> Ordinal.parse(text)
                .filter(number -> number <= parts)
                .orElseThrow(() -> Problem.of(Problem.ProblemKind.NOT_FOUND, Code.NO_SITEMAP_PART, text)
                        .exception()));
        return published.reply(
                "application/xml",
                published.tag("sitemap", request.root(), part.toString()),
                () -> part.isEmpty() && parts > 1
                        ? index(request.root(), parts, site.day())
                        : sitemap(request.root(), part(site, listed, part.orElse(1))));
    }

    /** Returns the pages of a part, of which those that are listed come before those that are read. */
    private static List<SitePages.SitePage> part(SitePages site, int listed, int number) {
        List<SitePages.SitePage> pages = site.pages();
        return number > listed
                ? site.more().orElseThrow().some((number - listed - 1L) * MAX_PAGES, MAX_PAGES)
                : pages.subList((number - 1) * MAX_PAGES, Math.min(pages.size(), number * MAX_PAGES));
    }

    private static Content sitemap(String root, List<SitePages.SitePage> pages) {
        return Xml.document("urlset", NAMESPACE, urlset -> {
            for (SitePages.SitePage page : pages) {
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
