package org.torchgraph.site.search;

import java.util.List;
import java.util.Set;
import org.torchgraph.model.Labels;
import org.torchgraph.search.Hits;
import org.torchgraph.search.SearchRequest;
import org.torchgraph.site.frame.PageContext;
import org.torchgraph.site.words.RenderedTerm;
import org.torchgraph.site.words.TermRenderer;

/**
 * A search and what it found.
 *
 * @param text as typed
 * @param refusal key of the sentence that says why there is no search, or null
 * @param hits on this page; null when nothing was searched for
 * @param found the whole of what was found, or null
 * @param facets filters that have values
 * @param kept parameters of the search but for the page, as a query string with {@code ?}
 * @param examples things to start from
 */
public record SearchPage(
        String text,
        String refusal,
        List<HitView> hits,
        Hits found,
        List<FacetView> facets,
        String kept,
        List<RenderedTerm> examples) {

    /** A form without an answer, and why there is none unless that is null. */
    public static SearchPage form(PageContext frame, String text, String refusal, Labels labels) {
        return new SearchPage(text, refusal, null, null, List.of(), "", examples(frame.wording(labels), frame));
    }

    /** @param kept the parameters of the search, as a query string without the page */
    public static SearchPage of(PageContext frame, SearchRequest wanted, Hits found, String kept, Labels labels) {
        TermRenderer wording = frame.wording(labels);
        return new SearchPage(
                wanted.text(),
                null,
                found.hits().stream().map(hit -> HitView.of(hit, wording)).toList(),
                found,
                found.counts().entrySet().stream()
                        .filter(facet -> !facet.getValue().isEmpty())
                        .map(facet -> FacetView.of(
                                facet.getKey(),
                                facet.getValue(),
                                wanted.filters().getOrDefault(facet.getKey().name(), Set.of()),
                                wording))
                        .toList(),
                kept,
                examples(wording, frame));
    }

    private static List<RenderedTerm> examples(TermRenderer wording, PageContext frame) {
        return frame.site().examples().stream().map(wording::show).toList();
    }
}
