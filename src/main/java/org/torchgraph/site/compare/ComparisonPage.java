package org.torchgraph.site.compare;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.torchgraph.http.PercentEncoding;
import org.torchgraph.messages.Message;
import org.torchgraph.model.Labels;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.site.frame.PageContext;
import org.torchgraph.site.question.QuestionResult;
import org.torchgraph.site.words.RenderedTerm;
import org.torchgraph.site.words.TermRenderer;

/**
 * Things side by side, or the forms by which a reader chooses them.
 *
 * @param things the things that are compared, or the one to which others are added
 * @param headings the names of the things for a narrow column, their short names if there are any
 * @param names the names of the things for readers, joined
 * @param table the comparison, or null
 * @param forms the forms by which things are chosen
 * @param refusal the reason why there is no comparison, or what it left out; or null
 */
public record ComparisonPage(
        List<RenderedTerm> things,
        List<RenderedTerm> headings,
        String names,
        SideBySide table,
        List<ChoiceForm> forms,
        RenderedTerm refusal) {
    /** The parameter with a thing. */
    public static final String THING = "thing";

    /** The number of things that are compared at most. */
    public static final int MAX_THINGS = 4;

    /** The number of things that a form asks for, the last of which may be left out. */
    private static final int OFFERED_THINGS = 3;

    /**
     * The things that a form offers.
     *
     * @param type the class, or null if the form continues a comparison
     * @param chosen the things that are in the comparison
     * @param alike the things to choose from
     */
    public record Choice(Node type, List<Node> chosen, List<Node> alike) {
        /** Returns all nodes that the form names. */
        public Stream<Node> nodes() {
            return Stream.concat(Stream.ofNullable(type), Stream.concat(chosen.stream(), alike.stream()));
        }
    }

    /**
     * A form that adds things to a comparison.
     *
     * @param kind the class of the things, or null
     * @param chosen the things that are in the comparison, each an IRI
     * @param fields the number of things to choose
     * @param options the things to choose from
     */
    public record ChoiceForm(RenderedTerm kind, List<String> chosen, int fields, List<RenderedTerm> options) {
        /** Returns whether a field, from 0, may be left empty because the others suffice. */
        public boolean isOptional(int field) {
            return field > 0 && chosen.size() + field > 1;
        }
    }

    /**
     * Returns the page of a comparison.
     *
     * @param things the things
     * @param results the result of the comparing question for each thing; empty if there is no comparison
     * @param choices the things to choose from
     * @param refusal the reason why there is no comparison, or what it left out; or null
     * @param labels the labels of the things and of the choices
     * @param shortNames the short names of the things that have any
     */
    public static ComparisonPage of(
            PageContext frame,
            List<Node> things,
            List<QuestionResult.Rows> results,
            List<Choice> choices,
            Message refusal,
            Labels labels,
            Map<Node, List<Node>> shortNames) {
        TermRenderer wording = frame.wording(labels);
        List<RenderedTerm> shown = things.stream().map(wording::show).toList();
        return new ComparisonPage(
                shown,
                things.stream()
                        .map(thing -> wording.best(shortNames.getOrDefault(thing, List.of()))
                                .orElseGet(() -> wording.show(thing)))
                        .toList(),
                shown.stream()
                        .map(RenderedTerm::text)
                        .collect(Collectors.joining(frame.messages().say("compare.and"))),
                results.isEmpty()
                        ? null
                        : SideBySide.of(
                                results.stream().map(rows -> rows.read(frame)).toList(),
                                wording.appearance().layout(),
                                frame.language()),
                choices.stream().map(choice -> form(choice, wording)).toList(),
                refusal == null ? null : RenderedTerm.text(refusal.in(frame.language())));
    }

    private static ChoiceForm form(Choice choice, TermRenderer wording) {
        return new ChoiceForm(
                choice.type() == null ? null : wording.show(choice.type()),
                choice.chosen().stream().map(Node::getURI).toList(),
                Math.max(1, OFFERED_THINGS - choice.chosen().size()),
                choice.alike().stream()
                        .filter(thing -> !choice.chosen().contains(thing))
                        .map(wording::show)
                        .sorted(Comparator.comparing((RenderedTerm thing) -> thing.text())
                                .thenComparing(RenderedTerm::machine))
                        .toList());
    }

    /** Returns the link to the comparison as a file, with names in the language of the page. */
    public String download(String suffix, PageContext frame) {
        return frame.href(SiteRoute.COMPARISON.form(suffix)) + "?" + parameters() + "&labels="
                + frame.language().code();
    }

    /** Returns the link to the comparison as CSV for programs. */
    public String bare(PageContext frame) {
        return frame.href(SiteRoute.COMPARISON.form("csv")) + "?" + parameters();
    }

    private String parameters() {
        return things.stream()
                .map(thing -> THING + "=" + PercentEncoding.value(thing.machine()))
                .collect(Collectors.joining("&"));
    }
}
