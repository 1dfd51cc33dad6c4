package org.torchgraph.site.search;

import java.util.List;
import java.util.Set;
import org.torchgraph.messages.Message;
import org.torchgraph.model.Labels;
import org.torchgraph.search.Hits;
import org.torchgraph.search.QuestionHit;
import org.torchgraph.search.SearchRequest;
import org.torchgraph.site.frame.PageContext;
import org.torchgraph.site.words.RenderedTerm;
import org.torchgraph.site.words.TermRenderer;

/**
 * The view of a search and its hits.
 *
 * @param text the text as typed
 * @param refusal the reason why there was no search, or null
 * @param pages the pages of the site that have the words in their names
 * @param questions the saved questions that have the words
 * @param hits the hits on this page; null if there was no search
 * @param found the search result, or null
 * @param facets the facets that have values
 * @param kept the search parameters without the page, as a query string with {@code ?}
 * @param examples things to start from
 * @param leading the classes whose things come before others
 */
public record SearchPage(
        String text,
        Message refusal,
        List<FoundPage> pages,
        List<FoundQuestion> questions,
        List<HitView> hits,
        Hits found,
        List<FacetView> facets,
        String kept,
        List<RenderedTerm> examples,
        List<RenderedTerm> leading) {

    /** Returns the form without a result, with the message key of the reason or null. */
    public static SearchPage form(PageContext frame, String text, Message refusal, Labels labels) {
        TermRenderer wording = frame.wording(labels);
        return new SearchPage(
                text,
                refusal,
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                "",
                examples(wording, frame),
                leading(wording));
    }

    /**
     * Returns the view of a search result.
     *
     * @param frame the context of the page
     * @param wanted the search
     * @param found its result
     * @param questions the saved questions that it found
     * @param kept the search parameters without the page, as a query string
     * @param labels the labels of all nodes of the result
     */
    public static SearchPage of(
            PageContext frame,
            SearchRequest wanted,
            Hits found,
            List<QuestionHit> questions,
            String kept,
            Labels labels) {
        TermRenderer wording = frame.wording(labels);
        return new SearchPage(
                wanted.text(),
                null,
                wanted.page() == 1 && wanted.filters().isEmpty() ? FoundPage.named(wanted.text(), frame) : List.of(),
                questions.stream()
                        .map(question -> FoundQuestion.of(question, frame))
                        .toList(),
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
                examples(wording, frame),
                leading(wording));
    }

    private static List<RenderedTerm> leading(TermRenderer wording) {
        return wording.appearance().kinds().leading().stream()
                .map(wording::show)
                .toList();
    }

    private static List<RenderedTerm> examples(TermRenderer wording, PageContext frame) {
        return frame.site().entry().examples().stream().map(wording::show).toList();
    }
}
