package org.torchgraph.site;

import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.torchgraph.model.Labels;
import org.torchgraph.model.catalogue.Version;
import org.torchgraph.model.catalogue.Versions;
import org.torchgraph.site.frame.PageContext;
import org.torchgraph.site.words.RenderedTerm;
import org.torchgraph.site.words.TermRenderer;

/**
 * The page of the versions of the dataset.
 *
 * @param editions the version that is served and the recorded ones, the newest first
 * @param statements the number of statements of the version that is served
 */
public record VersionsPage(List<Edition> editions, long statements) {

    /**
     * A version.
     *
     * @param name its number or title, with a link if the data describe it
     * @param issued its date, or null
     * @param served whether it is the version that is served
     * @param digest its digest, or null
     * @param changes what changed since the version before, or null
     * @param otherwise the reason why no changes are told, or null
     */
    public record Edition(
            RenderedTerm name,
            RenderedTerm issued,
            boolean served,
            String digest,
            RenderedTerm changes,
            String otherwise) {}

    static VersionsPage of(PageContext frame, Versions versions, Labels labels, long statements) {
        TermRenderer wording = frame.wording(labels);
        Stream<Edition> unrecorded = versions.current().isPresent()
                ? Stream.empty()
                : Stream.of(new Edition(
                        RenderedTerm.text(
                                versions.name().isEmpty() ? frame.messages().say("versions.served") : versions.name()),
                        versions.issued().map(wording::show).orElse(null),
                        true,
                        frame.site().version(),
                        null,
                        versions.recorded().isEmpty() ? "only" : "unrecorded"));
        return new VersionsPage(
                Stream.concat(
                                unrecorded,
                                versions.recorded().stream()
                                        .map(version -> recorded(version, versions, frame, wording)))
                        .toList(),
                statements);
    }

    private static Edition recorded(Version version, Versions versions, PageContext frame, TermRenderer wording) {
        boolean served = versions.current().filter(version::equals).isPresent();
        RenderedTerm page = wording.show(version.iri());
        RenderedTerm changes = wording.prose(version.notes()).orElse(null);
        return new Edition(
                version.name().isEmpty()
                        ? page
                        : RenderedTerm.text(version.name()).leadingTo(page),
                version.issued().map(day -> wording.show(date(day))).orElse(null),
                served,
                served ? frame.site().version() : version.digest().orElse(null),
                changes,
                changes != null ? null : version.previous().isEmpty() ? "first" : "unsaid");
    }

    private static Node date(String day) {
        return NodeFactory.createLiteralDT(day, XSDDatatype.XSDdate);
    }
}
