package org.torchgraph.site.files;

import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.torchgraph.http.PercentEncoding;

/** A page of the site as a file that needs no server: its links are relative, and what nothing answers is left out. */
public final class StaticPage {
    private final Document html;
    private final String origin;
    private final URI address;
    private final String file;
    private final Function<String, Optional<String>> files;

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

    /** What a search finds the page by. */
    public StaticSearchIndex.IndexEntry entry() {
        return new StaticSearchIndex.IndexEntry(
                encoded(Path.of(file)), text("h1"), text(".doc-head .other"), text(".kind"), text(".lead"));
    }

    private String text(String selector) {
        return Optional.ofNullable(html.selectFirst(selector))
                .map(Element::text)
                .orElse("");
    }

    /** Puts the hits of {@link StaticSearchIndex} where the server would put its own. */
    public StaticPage searching(String script, String index) {
        Element main = html.body().selectFirst("main");
        main.appendElement("p").attr("id", "found").attr("role", "status").addClass("result-line");
        main.appendElement("ol").attr("id", "hits").addClass("hits");
        for (String src : new String[] {index, script}) {
            html.head().appendElement("script").attr("src", "/" + src).attr("defer", true);
        }
        return this;
    }

    /** The text of the file. */
    public String text() {
        html.select("[href], [src], form").forEach(this::relink);
        html.select("[data-suggest]").removeAttr("data-suggest");
        // The picture of links asks for other pages, which a page that is read from a disk may not.
        html.select("#walk, [href=#walk]").remove();
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
        // URI.resolve drops the last segment before a query alone, as RFC 2396 did.
        URI whole = target.startsWith("?") ? URI.create(address.getRawPath() + target) : address.resolve(target);
        String fragment = whole.getRawFragment() == null ? "" : "#" + whole.getRawFragment();
        String asked = whole.getRawPath() + (whole.getRawQuery() == null ? "" : "?" + whole.getRawQuery());
        files.apply(asked)
                .ifPresentOrElse(found -> element.attr(attribute, relative(found) + fragment), () -> leaveOut(element));
    }

    private String relative(String target) {
        return encoded(Path.of("/" + file).getParent().relativize(Path.of("/" + target)));
    }

    /** A file name as a link has it: a server decodes it once. */
    private static String encoded(Path name) {
        return StreamSupport.stream(name.spliterator(), false)
                .map(segment -> PercentEncoding.value(segment.toString()))
                .collect(Collectors.joining("/"));
    }

    private static void leaveOut(Element element) {
        boolean inText = element.normalName().equals("a") && element.closest("nav, .button, .row") == null;
        if (inText) {
            element.unwrap();
        } else {
            element.remove();
        }
    }
}
