package org.torchgraph.site.search;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.torchgraph.http.PercentEncoding;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.search.HighlightedText;
import org.torchgraph.search.QuestionHit;
import org.torchgraph.site.frame.PageContext;

/**
 * A saved question among the hits.
 *
 * @param href the link to its page
 * @param title its title in the language of the page, or else in another
 * @param other a title in another language that has a match, or null
 */
public record FoundQuestion(String href, Title title, Title other) {

    /**
     * A title.
     *
     * @param lang its language tag
     * @param text the title with matches marked
     */
    public record Title(String lang, HighlightedText text) {}

    static FoundQuestion of(QuestionHit hit, PageContext frame) {
        Title title = frame.order()
                .best(hit.titles().entrySet(), Map.Entry::getKey)
                .map(best -> title(best, frame))
                .orElseThrow();
        Title other = hit.titles().entrySet().stream()
                .filter(one -> one.getValue().anyHit() && !title.text().anyHit())
                .map(one -> title(one, frame))
                .findFirst()
                .orElse(null);
        return new FoundQuestion(frame.link(path(hit)), title, other);
    }

    private static Title title(Map.Entry<String, HighlightedText> title, PageContext frame) {
        return new Title(frame.site().interfaceLanguages().tag(title.getKey()), title.getValue());
    }

    /** Returns the path of the page of a question with the values that were found. */
    public static String path(QuestionHit hit) {
        String values = new TreeMap<>(hit.values())
                .entrySet().stream()
                        .map(value -> value.getKey() + "=" + PercentEncoding.value(value.getValue()))
                        .collect(Collectors.joining("&"));
        return SiteRoute.QUESTION.path(hit.name()) + (values.isEmpty() ? "" : "?" + values);
    }
}
