package org.torchgraph.server.watch;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.torchgraph.dataset.WritePatch;
import org.torchgraph.export.HistoryTriples;
import org.torchgraph.model.catalogue.Version;
import org.torchgraph.model.catalogue.Versions;
import org.torchgraph.model.change.PublishedWrite;
import org.torchgraph.model.change.Writes;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.server.discovery.Xml;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.reply.Route;
import org.torchgraph.server.version.CurrentVersion;
import org.torchgraph.server.version.PublishedVersion;
import org.torchgraph.site.words.RenderedTerm;

/** Serves {@code /feed.atom}, the known versions of the dataset including the current one. */
public final class FeedRoute implements Route {
    private static final String TURTLE = "text/turtle";
    private static final int MAX_WRITES = 50;

    private final CurrentVersion currentVersion;

    public FeedRoute(CurrentVersion currentVersion) {
        this.currentVersion = currentVersion;
    }

    @Override
    public Reply answer(Request request) {
        PublishedVersion published = currentVersion.get();
        FeedWords words = FeedWords.of(published, request);
        Instant since = currentVersion.kept().since(published);
        return words.reply(List.of("feed", since.toString()), () -> new AtomFeed(
                        published.dataset() + "#feed",
                        words.say("feed.title", words.name()),
                        "",
                        since,
                        words.author(),
                        words.address(SiteRoute.FEED.path()),
                        words.address(SiteRoute.HOME.path()),
                        entries(words, since))
                .content(words.language(), true));
    }

    /**
     * Returns the last writes, or the current version, with its record if there is one, and the recorded earlier
     * versions.
     */
    private static List<AtomFeed.AtomEntry> entries(FeedWords words, Instant since) {
        PublishedVersion published = words.version();
        Versions versions = published.model().versions();
        Writes writes = published.model().writes().get();
        List<AtomFeed.AtomEntry> entries = new ArrayList<>();
        writes.all().stream()
                .limit(MAX_WRITES)
                .map(write -> entry(write, words))
                .forEach(entries::add);
        boolean isCurrent = entries.isEmpty();
        String filled = isCurrent ? published.snapshot().version() : writes.filled();
        Instant later =
                versions.day().flatMap(day -> day(day.getLiteralLexicalForm())).orElse(since);
        if (versions.current().isEmpty()) {
            entries.add(new AtomFeed.AtomEntry(
                    id(published, filled),
                    versions.name().isEmpty() ? words.name() : words.name() + " " + versions.name(),
                    later,
                    words.address(SiteRoute.VERSIONS.path()),
                    more(
                            words,
                            SiteRoute.DATASET.form("ttl"),
                            TURTLE,
                            isCurrent ? served(words) : words.say("feed.earlier.digest", filled),
                            Optional.empty())));
        }
        for (Version version : versions.recorded()) {
            boolean isNewest = versions.current().filter(version::equals).isPresent();
            // A version without a date is not newer than its successor.
            later = version.issued().flatMap(FeedRoute::day).orElse(later);
            Optional<String> digest = isNewest ? Optional.of(filled) : version.digest();
            String page = published.site().links().path(version.iri().getURI()).orElse(SiteRoute.VERSIONS.path());
            entries.add(new AtomFeed.AtomEntry(
                    digest.map(known -> id(published, known))
                            .orElse(version.iri().getURI()),
                    words.best(version.titles()).map(RenderedTerm::text).orElse(words.name() + " " + version.name()),
                    later,
                    words.address(page),
                    more(
                            words,
                            page.equals(SiteRoute.VERSIONS.path()) ? SiteRoute.DATASET.form("ttl") : page + ".ttl",
                            TURTLE,
                            isNewest && isCurrent
                                    ? served(words)
                                    : digest.map(known -> words.say("feed.earlier.digest", known))
                                            .orElseGet(() -> words.say("feed.earlier")),
                            words.best(version.notes()))));
        }
        return entries;
    }

    private static AtomFeed.AtomEntry entry(PublishedWrite write, FeedWords words) {
        String undone = write.undoes().isPresent()
                ? words.say("writes.undoes", write.undoes().getAsInt()) + "\n"
                : "";
        return new AtomFeed.AtomEntry(
                id(words.version(), write.version()),
                words.say("feed.write", words.name(), write.number(), write.writer()),
                write.time(),
                words.address(SiteRoute.VERSIONS.path() + "#write-" + write.number()),
                more(
                        words,
                        SiteRoute.WRITE.path(Integer.toString(write.number())),
                        WritePatch.TYPE,
                        words.say("writes.counts", write.number(), write.added(), write.removed()),
                        Optional.of((undone + write.note()).strip())
                                .filter(text -> !text.isEmpty())
                                .map(RenderedTerm::text)));
    }

    /**
     * Returns what an entry has besides its title.
     *
     * @param data the path of its data
     * @param type the media type of these
     * @param summary a sentence about it
     * @param changes its changes, if they are recorded
     */
    private static Xml.XmlBody more(
            FeedWords words, String data, String type, String summary, Optional<RenderedTerm> changes) {
        return entry -> {
            entry.empty(
                    "link",
                    "rel",
                    "related",
                    "type",
                    type,
                    "href",
                    words.request().root() + data);
            entry.element("summary", summary);
            if (changes.isPresent()) {
                entry.element("content", text -> {
                    if (changes.get().lang() != null) {
                        text.attribute("xml:lang", changes.get().lang());
                    }
                    text.text(changes.get().text());
                });
            }
        };
    }

    private static String id(PublishedVersion published, String digest) {
        return HistoryTriples.version(published.dataset(), digest);
    }

    private static String served(FeedWords words) {
        PublishedVersion published = words.version();
        return words.say(
                "feed.summary",
                published.snapshot().union().size(),
                published.snapshot().version());
    }

    private static Optional<Instant> day(String date) {
        try {
            return Optional.of(LocalDate.parse(date.substring(0, Math.min(10, date.length())))
                    .atStartOfDay()
                    .toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException notADay) {
            return Optional.empty();
        }
    }
}
