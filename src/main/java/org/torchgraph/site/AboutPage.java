package org.torchgraph.site;

import java.util.List;
import java.util.stream.Stream;
import org.torchgraph.model.CitedSource;
import org.torchgraph.model.Labels;
import org.torchgraph.model.catalogue.Version;
import org.torchgraph.model.catalogue.Versions;
import org.torchgraph.site.frame.PageContext;
import org.torchgraph.site.words.RenderedTerm;
import org.torchgraph.site.words.TermRenderer;

/**
 * The page about the publication and its sources.
 *
 * @param title its title, or null
 * @param description its description and the notes on its limits
 * @param sources the sources that it cites, the most cited first
 * @param versions the recorded versions of the dataset, the newest first
 */
public record AboutPage(
        RenderedTerm title, List<RenderedTerm> description, List<Source> sources, List<RecordedVersion> versions) {

    /** A source with the number of its citations and the editors' notes about it. */
    public record Source(RenderedTerm name, long citations, List<RenderedTerm> notes) {}

    /** A version with its date and the first line of its changes; its page has the rest. */
    public record RecordedVersion(RenderedTerm name, RenderedTerm issued, RenderedTerm notes) {

        static RecordedVersion of(Version version, TermRenderer wording) {
            RenderedTerm page = wording.show(version.iri());
            return new RecordedVersion(
                    wording.best(version.titles())
                            .map(title -> title.leadingTo(page))
                            .orElse(page),
                    version.issued().map(RenderedTerm::text).orElse(null),
                    wording.prose(version.notes()).map(RenderedTerm::firstLine).orElse(null));
        }
    }

    static AboutPage of(PageContext frame, List<CitedSource> cited, Versions versions, Labels labels) {
        TermRenderer wording = frame.wording(labels);
        return new AboutPage(
                wording.best(frame.site().entry().titles()).orElse(null),
                Stream.concat(
                                wording.own(frame.site().entry().descriptions()).stream(),
                                wording.own(frame.site().entry().notes()).stream())
                        .toList(),
                cited.stream()
                        .map(one -> new Source(wording.show(one.source()), one.citations(), wording.own(one.notes())))
                        .toList(),
                versions.recorded().stream()
                        .map(version -> RecordedVersion.of(version, wording))
                        .toList());
    }
}
