package org.torchgraph.site;

import java.util.List;
import java.util.stream.Stream;
import org.torchgraph.model.CitedSource;
import org.torchgraph.model.Labels;
import org.torchgraph.site.frame.PageContext;
import org.torchgraph.site.words.RenderedTerm;
import org.torchgraph.site.words.TermRenderer;

/**
 * The page about the publication and its sources.
 *
 * @param title its title, or null
 * @param description its description and the notes on its limits
 * @param sources the sources that it cites, the most cited first
 */
public record AboutPage(RenderedTerm title, List<RenderedTerm> description, List<Source> sources) {

    /** A source with the number of its citations and the editors' notes about it. */
    public record Source(RenderedTerm name, long citations, List<RenderedTerm> notes) {}

    static AboutPage of(PageContext frame, List<CitedSource> cited, Labels labels) {
        TermRenderer wording = frame.wording(labels);
        return new AboutPage(
                wording.best(frame.site().entry().titles()).orElse(null),
                Stream.concat(
                                wording.own(frame.site().entry().descriptions()).stream(),
                                wording.own(frame.site().entry().notes()).stream())
                        .toList(),
                cited.stream()
                        .map(one -> new Source(wording.show(one.source()), one.citations(), wording.own(one.notes())))
                        .toList());
    }
}
