package org.torchgraph.site;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.torchgraph.model.CitedSource;
import org.torchgraph.model.Labels;
import org.torchgraph.model.ThingViews.ViewName;
import org.torchgraph.model.ThingViews.ViewedThing;
import org.torchgraph.site.frame.PageContext;
import org.torchgraph.site.words.RenderedTerm;
import org.torchgraph.site.words.TermRenderer;

/**
 * The page about the publication and its sources.
 *
 * @param title its title, or null
 * @param description its description and the notes on its limits
 * @param views the things whose pages show more than statements, by kind
 * @param sources the sources that it cites, the most cited first
 */
public record AboutPage(
        RenderedTerm title, List<RenderedTerm> description, List<ViewList> views, List<Source> sources) {
    private static final int MAX_VIEWS = 200;

    /**
     * The things with one kind of view.
     *
     * @param key the message key of the kind
     * @param things the things, the largest first
     * @param more the number of others
     */
    public record ViewList(String key, List<SizedThing> things, int more) {}

    /** A thing with the number of what is in it, 0 if that is not known. */
    public record SizedThing(RenderedTerm name, int size) {}

    /** A source with the number of its citations and the editors' notes about it. */
    public record Source(RenderedTerm name, long citations, List<RenderedTerm> notes) {}

    static AboutPage of(PageContext frame, List<CitedSource> cited, List<ViewedThing> views, Labels labels) {
        TermRenderer wording = frame.wording(labels);
        return new AboutPage(
                wording.best(frame.site().entry().titles()).orElse(null),
                Stream.concat(
                                wording.own(frame.site().entry().descriptions()).stream(),
                                wording.own(frame.site().entry().notes()).stream())
                        .toList(),
                Arrays.stream(ViewName.values())
                        .map(kind -> list(
                                kind,
                                views.stream()
                                        .filter(view -> view.kind() == kind)
                                        .toList(),
                                wording))
                        .filter(list -> !list.things().isEmpty())
                        .toList(),
                cited.stream()
                        .map(one -> new Source(wording.show(one.source()), one.citations(), wording.own(one.notes())))
                        .toList());
    }

    private static ViewList list(ViewName kind, List<ViewedThing> things, TermRenderer wording) {
        return new ViewList(
                kind.name().toLowerCase(Locale.ROOT),
                things.stream()
                        .limit(MAX_VIEWS)
                        .map(view -> new SizedThing(wording.show(view.node()), view.size()))
                        .toList(),
                Math.max(0, things.size() - MAX_VIEWS));
    }
}
