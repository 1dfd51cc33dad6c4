package org.torchgraph.server.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.torchgraph.dataset.History;
import org.torchgraph.http.Problem;
import org.torchgraph.messages.Code;
import org.torchgraph.model.Labels;
import org.torchgraph.model.change.PublishedWrite;
import org.torchgraph.model.change.ThingDifference;
import org.torchgraph.model.change.ThingWrite;
import org.torchgraph.model.change.ValueChange;
import org.torchgraph.query.Deadline;
import org.torchgraph.routes.PageAddress;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.server.reply.Content;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.version.KeptVersions.EarlierAnswers;
import org.torchgraph.server.version.PublishedVersion;
import org.torchgraph.site.ChangeSentences;
import org.torchgraph.site.words.RenderedTerm;
import org.torchgraph.site.words.TermRenderer;

/**
 * Makes the feeds of things. The history of a store on disk tells what each write changed; other versions are compared.
 */
final class ThingFeeds {
    private final ThingSteps steps;
    private final Supplier<Deadline> deadlines;

    ThingFeeds(ThingSteps steps, Supplier<Deadline> deadlines) {
        this.steps = steps;
        this.deadlines = deadlines;
    }

    Deadline deadline() {
        return deadlines.get();
    }

    VersionWalk<ThingSteps.ChangedThings> walk(VersionLine line, Deadline end) {
        return steps.of(line, end);
    }

    private static boolean isWritten(PublishedVersion version) {
        return !version.snapshot().history().equals(History.NONE);
    }

    /** Returns the feed of a thing with the address of its page. */
    Reply reply(VersionLine line, Request request, Node thing, PageAddress address, Deadline end) {
        PublishedVersion version = line.current();
        if (!line.kept().areKept()) {
            throw Problem.of(Problem.ProblemKind.NOT_FOUND, Code.FEED_UNKEPT, SiteRoute.FEED.path())
                    .exception();
        }
        ThingFeed feed = new ThingFeed(thing, address, FeedWords.of(version, request));
        return feed.words()
                .reply(
                        List.of("thing feed", thing.getURI(), line.key()),
                        () -> isWritten(version) ? feed.written() : feed.compared(walk(line, end)));
    }

    /** The feed of one thing. */
    private record ThingFeed(Node thing, PageAddress address, FeedWords words) {

        private Content compared(VersionWalk<ThingSteps.ChangedThings> walk) {
            List<AtomFeed.AtomEntry> entries = ThingSteps.about(walk, thing)
                    .filter(step -> tells(step.difference()))
                    .map(step -> entry(step.version(), step.difference()))
                    .toList();
            Labels labels = Stream.concat(
                            ThingSteps.about(walk, thing)
                                    .map(step -> step.difference().labels()),
                            Stream.of(words.version().resources().labels(List.of(thing))))
                    .filter(known -> known.byNode().containsKey(thing))
                    .reduce((one, last) -> words.version().resources().describes(thing.getURI()) ? last : one)
                    .orElseGet(() -> words.version().resources().labels(List.of()));
            return feed(labels, walk.from(), walk.isWhole(), entries);
        }

        /** Returns whether pages would show something of what changed. */
        private boolean tells(ThingSteps.ChangedThings changed) {
            ThingDifference difference = changed.byThing().get(thing);
            return changed.gone().contains(thing)
                    || changed.come().contains(thing)
                    || ChangeSentences.tells(difference.values(), difference.more(), words.wording(changed.labels()));
        }

        private AtomFeed.AtomEntry entry(EarlierAnswers version, ThingSteps.ChangedThings changed) {
            ThingDifference difference = changed.byThing().get(thing);
            String kind = changed.gone().contains(thing)
                    ? "watch.thing.gone"
                    : changed.come().contains(thing) ? "watch.thing.new" : "watch.thing.changed";
            TermRenderer wording = words.wording(changed.labels());
            return AtomFeed.AtomEntry.told(
                    id(version.version()),
                    words.say(kind, wording.show(thing).text()),
                    version.since(),
                    page(),
                    sentences(difference.values(), difference.more(), wording));
        }

        private Content written() {
            List<ThingWrite> writes = words.version().model().writes().get().about(thing);
            List<Node> named = new ArrayList<>(writes.stream()
                    .flatMap(write -> write.values().stream())
                    .flatMap(ValueChange::nodes)
                    .toList());
            named.add(thing);
            Labels labels = words.version().resources().labels(named);
            TermRenderer wording = words.wording(labels);
            History history = words.version().snapshot().history();
            return feed(
                    labels,
                    new EarlierAnswers(history.filled(), history.since()),
                    true,
                    writes.stream()
                            .filter(write -> !write.write().note().isEmpty()
                                    || ChangeSentences.tells(write.values(), write.more(), wording))
                            .map(write -> entry(write, wording))
                            .toList());
        }

        private AtomFeed.AtomEntry entry(ThingWrite told, TermRenderer wording) {
            PublishedWrite write = told.write();
            List<String> sentences = new ArrayList<>();
            if (!write.note().isEmpty()) {
                sentences.add(write.note());
            }
            sentences.addAll(sentences(told.values(), told.more(), wording));
            return AtomFeed.AtomEntry.told(
                    id(write.version()),
                    words.say("watch.thing.written", wording.show(thing).text(), write.number(), write.writer()),
                    write.time(),
                    words.address(SiteRoute.VERSIONS.path() + "#write-" + write.number()),
                    sentences);
        }

        private List<String> sentences(List<ValueChange> values, int more, TermRenderer wording) {
            List<String> sentences = new ArrayList<>(ChangeSentences.of(thing, values, wording).stream()
                    .map(RenderedTerm::text)
                    .toList());
            if (more > 0) {
                sentences.add(words.say("writes.more.statements", more));
            }
            return sentences;
        }

        private Content feed(Labels labels, EarlierAnswers from, boolean isWhole, List<AtomFeed.AtomEntry> entries) {
            String self = address.form(SiteRoute.FEED_SUFFIX).toString();
            return new AtomFeed(
                            iri(),
                            words.say(
                                    "watch.title",
                                    words.wording(labels).show(thing).text()),
                            words.since(from, isWhole),
                            from.since(),
                            words.author(),
                            words.address(self),
                            page(),
                            entries)
                    .content(words.language(), isWhole);
        }

        private String iri() {
            return words.version().base()
                    + address.form(SiteRoute.FEED_SUFFIX).toString().substring(1);
        }

        private String id(String version) {
            return iri() + "#" + version;
        }

        private String page() {
            return words.address(address.toString());
        }
    }
}
