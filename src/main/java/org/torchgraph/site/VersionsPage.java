package org.torchgraph.site;

import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.torchgraph.model.Labels;
import org.torchgraph.model.catalogue.Version;
import org.torchgraph.model.catalogue.Versions;
import org.torchgraph.model.change.Writes;
import org.torchgraph.site.frame.PageContext;
import org.torchgraph.site.words.RenderedTerm;
import org.torchgraph.site.words.TermRenderer;

/**
 * The page of the versions of the dataset.
 *
 * @param editions the version that is served and the recorded ones, the newest first
 * @param statements the number of statements of the version that is served
 * @param writes the last writes since the newest recorded version, the last one first
 * @param earlier the number of other writes
 * @param kept the versions before the current one that still have answers, the last one first
 */
public record VersionsPage(
        List<Edition> editions, long statements, List<WriteView> writes, int earlier, List<KeptEdition> kept) {
    /** The number of writes that the page tells of. */
    public static final int MAX_WRITES = 50;

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

    /** Returns the page of the versions that the data record and of those that are kept. */
    public static VersionsPage of(
            PageContext frame,
            Versions versions,
            Writes writes,
            Labels labels,
            long statements,
            List<KeptEdition> kept) {
        TermRenderer wording = frame.wording(labels);
        boolean served = writes.all().isEmpty();
        String filled = served ? frame.site().version() : writes.filled();
        Stream<Edition> written = writes.all().stream()
                .limit(1)
                .map(last -> new Edition(
                        RenderedTerm.text(frame.messages().say("versions.written", last.number())),
                        WriteView.of(last, wording).time(),
                        true,
                        frame.site().version(),
                        null,
                        "written"));
        Stream<Edition> unrecorded = versions.current().isPresent()
                ? Stream.empty()
                : Stream.of(new Edition(
                        RenderedTerm.text(
                                versions.name().isEmpty()
                                        ? frame.messages().say(served ? "versions.served" : "versions.filled")
                                        : versions.name()),
                        versions.issued().map(wording::show).orElse(null),
                        served,
                        filled,
                        null,
                        !versions.recorded().isEmpty() ? "unrecorded" : kept.isEmpty() ? "only" : "kept"));
        return new VersionsPage(
                Stream.of(
                                written,
                                unrecorded,
                                versions.recorded().stream()
                                        .map(version -> recorded(version, versions, filled, served, wording)))
                        .flatMap(editions -> editions)
                        .toList(),
                statements,
                writes.all().stream()
                        .limit(MAX_WRITES)
                        .map(write -> WriteView.of(write, wording))
                        .toList(),
                Math.max(0, writes.all().size() - MAX_WRITES),
                kept);
    }

    private static Edition recorded(
            Version version, Versions versions, String filled, boolean served, TermRenderer wording) {
        boolean newest = versions.current().filter(version::equals).isPresent();
        RenderedTerm page = wording.show(version.iri());
        RenderedTerm changes = wording.prose(version.notes()).orElse(null);
        return new Edition(
                version.name().isEmpty()
                        ? page
                        : RenderedTerm.text(version.name()).leadingTo(page),
                version.issued().map(day -> wording.show(date(day))).orElse(null),
                newest && served,
                newest ? filled : version.digest().orElse(null),
                changes,
                changes != null ? null : version.previous().isEmpty() ? "first" : "unsaid");
    }

    private static Node date(String day) {
        return NodeFactory.createLiteralDT(day, XSDDatatype.XSDdate);
    }
}
