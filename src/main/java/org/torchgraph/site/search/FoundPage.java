package org.torchgraph.site.search;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.search.text.TextAnalyzer;
import org.torchgraph.site.frame.PageContext;

/**
 * A page of the site among the hits, found by the words of its name in any language of the site.
 *
 * @param href the link to it
 * @param name its name in the language of the page
 */
public record FoundPage(String href, String name) {
    private static final Map<SiteRoute, String> KEYS = new EnumMap<>(Map.of(
            SiteRoute.QUESTIONS, "nav.queries",
            SiteRoute.COMPARISON, "compare.things",
            SiteRoute.SPARQL, "nav.sparql",
            SiteRoute.VOCABULARY, "nav.def",
            SiteRoute.EXPORT, "nav.export",
            SiteRoute.ABOUT, "nav.about",
            SiteRoute.VERSIONS, "versions"));

    /** Returns the pages whose names have all words of a text. */
    static List<FoundPage> named(String text, PageContext frame) {
        Set<String> words = terms(text);
        return KEYS.entrySet().stream()
                .filter(page -> TextAnalyzer.squeezed(text).length() > 1
                        && frame.site().interfaceLanguages().all().stream()
                                .anyMatch(language -> terms(language.messages().say(page.getValue()))
                                        .containsAll(words)))
                .map(page -> new FoundPage(
                        frame.link(page.getKey()), frame.messages().say(page.getValue())))
                .toList();
    }

    private static Set<String> terms(String text) {
        return TextAnalyzer.atoms(text).stream().map(TextAnalyzer.Atom::term).collect(Collectors.toSet());
    }
}
