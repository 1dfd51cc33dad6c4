package org.torchgraph.site.files;

import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.torchgraph.http.PercentEncoding;
import org.torchgraph.routes.SiteRoute;

/**
 * Converts a page to a file that needs no server: links become relative, and elements that need a server are removed.
 */
public final class StaticPage {
    private final Document html;
    private final String origin;
    private final URI address;
    private final String file;
    private final Function<String, Optional<String>> files;
    private boolean asks;
    private boolean fromRoot;

    /**
     * Reads a page.
     *
     * @param origin of the server that will not be there: what tells how to ask it is left out
     * @param address path and query that the page was answered at
     * @param file where it is to lie, relative to the folder of the site
     * @param files the file, relative to that folder too, that stands for an address; empty when there is none
     */
    public StaticPage(
            String html, String origin, String address, String file, Function<String, Optional<String>> files) {
        this.html = Jsoup.parse(html);
        this.html.outputSettings().prettyPrint(false);
        this.origin = origin;
        this.address = URI.create(address);
        this.file = file;
        this.files = files;
    }

    /** Returns the entry of the page in the search index. */
    public StaticSearchIndex.IndexEntry entry() {
        return new StaticSearchIndex.IndexEntry(
                encoded(Path.of(file)), text("h1"), text(".doc-head .other"), text(".kind"), text(".lead"));
    }

    private String text(String selector) {
        return Optional.ofNullable(html.selectFirst(selector))
                .map(Element::text)
                .orElse("");
    }

    /**
     * Adds the search script and its index, which list hits where the server would.
     *
     * @param without the words before those that were left out
     */
    public StaticPage searching(String script, String index, String without) {
        Element main = html.body().selectFirst("main");
        main.appendElement("p")
                .attr("id", "found")
                .attr("role", "status")
                .addClass("result-line")
                .attr("data-without", without);
        main.appendElement("ol").attr("id", "hits").addClass("hits");
        for (String src : new String[] {index, script}) {
            html.head().appendElement("script").attr("src", "/" + src).attr("defer", true);
        }
        return this;
    }

    /**
     * Lets links to questions with values and to the editor lead to their pages, where the browser computes the answer.
     *
     * @param change adds what the page needs for that; links that it adds are converted like all others
     */
    public StaticPage asking(Consumer<Document> change) {
        asks = true;
        change.accept(html);
        return this;
    }

    /** Lets all links begin at the root of the host, because browsers show the page in the place of any other. */
    public StaticPage fromRoot() {
        fromRoot = true;
        return this;
    }

    /** Returns the HTML of the file. */
    public String text() {
        html.select("[href], [src], form").forEach(this::relink);
        html.select("[data-suggest]").removeAttr("data-suggest");
        // The link graph fetches other pages, which browsers forbid for pages opened from a disk.
        html.select("#walk, [href=#walk]").remove();
        // The files may lie anywhere.
        html.select(".this-site").remove();
        html.select("pre").stream()
                .filter(code -> code.text().contains(origin))
                .map(code -> code.closest("section, details"))
                .filter(Objects::nonNull)
                .forEach(Element::remove);
        html.select("section:not(:has(> :not(h2)))").remove();
        return html.outerHtml();
    }

    private void relink(Element element) {
        String attribute = element.normalName().equals("form") ? "action" : element.hasAttr("href") ? "href" : "src";
        String target = element.attr(attribute);
        boolean here = target.startsWith("/")
                || target.startsWith("?")
                || element.normalName().equals("form");
        if (!here) {
            return;
        }
        // For a reference that is only a query, URI.resolve drops the last path segment as RFC 2396 did.
        URI whole = target.startsWith("?") ? URI.create(address.getRawPath() + target) : address.resolve(target);
        String fragment = whole.getRawFragment() == null ? "" : "#" + whole.getRawFragment();
        String asked = whole.getRawPath() + (whole.getRawQuery() == null ? "" : "?" + whole.getRawQuery());
        files.apply(asked)
                .map(this::relative)
                .or(() -> asks ? asked(StaticAddress.of(asked)) : Optional.empty())
                .ifPresentOrElse(found -> element.attr(attribute, found + fragment), () -> removeLink(element));
    }

    /** Returns the link to the page of a question or of the editor with the query that its script reads. */
    private Optional<String> asked(StaticAddress asked) {
        if (asked.query().isEmpty()
                || asked.path().lastIndexOf('.') > asked.path().lastIndexOf('/')
                || SiteRoute.named(asked.path())
                        .filter(route -> route == SiteRoute.QUESTION || route == SiteRoute.SPARQL)
                        .isEmpty()) {
            return Optional.empty();
        }
        StaticAddress page = new StaticAddress(asked.path(), "", Optional.empty(), Optional.empty());
        return files.apply(asked.language().map(page::in).orElse(page.path()))
                .map(file -> relative(file) + "?" + asked.query());
    }

    /** Returns a link to a file from the folder of the site. */
    static String link(String file) {
        return encoded(Path.of(file));
    }

    private String relative(String target) {
        return fromRoot
                ? "/" + encoded(Path.of(target))
                : encoded(Path.of("/" + file).getParent().relativize(Path.of("/" + target)));
    }

    /** Returns a file name as a link writes it, percent-encoded. */
    private static String encoded(Path name) {
        return StreamSupport.stream(name.spliterator(), false)
                .map(segment -> PercentEncoding.value(segment.toString()))
                .collect(Collectors.joining("/"));
    }

    private static void removeLink(Element element) {
        boolean inText = element.normalName().equals("a") && element.closest("nav, .button, .row") == null;
        if (element.closest("svg") != null) {
            element.removeAttr("href").attr("role", "img");
        } else if (inText) {
            element.unwrap();
        } else {
            element.remove();
        }
    }
}
