package org.torchgraph.server.discovery;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.apache.jena.graph.Node;
import org.torchgraph.dataset.WritePatch;
import org.torchgraph.export.HistoryTriples;
import org.torchgraph.messages.Language;
import org.torchgraph.model.catalogue.Version;
import org.torchgraph.model.catalogue.Versions;
import org.torchgraph.model.change.PublishedWrite;
import org.torchgraph.model.change.Writes;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.reply.Route;
import org.torchgraph.server.version.CurrentVersion;
import org.torchgraph.server.version.PageContexts;
import org.torchgraph.server.version.PublishedVersion;
import org.torchgraph.site.frame.PageContext;
import org.torchgraph.site.words.Reader;
import org.torchgraph.site.words.RenderedTerm;
import org.torchgraph.site.words.TermRenderer;

/**
 * Serves {@code /feed.atom}, the known versions of the dataset including the current one.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4287">RFC 4287</a>
 */
public final class FeedRoute implements Route {
    public static final String TYPE = PageContext.Alternate.FEED;

    private static final String TURTLE = "text/turtle";
    private static final int MAX_WRITES = 50;

    private final CurrentVersion currentVersion;

    public FeedRoute(CurrentVersion currentVersion) {
        this.currentVersion = currentVersion;
    }

    @Override
    public Reply answer(Request request) {
        PublishedVersion published = currentVersion.get();
        Language language = PageContexts.language(request, published);
        String root = request.root();
        return published
                .reply(
                        TYPE,
                        published.tag("feed", language.code(), root),
                        () -> Xml.document("feed", "http://www.w3.org/2005/Atom", feed -> {
                            feed.attribute("xml:lang", language.tag());
                            feed(feed, published, language, root);
                        }))
                .varying("Accept-Language")
                .with("Content-Language", language.tag());
    }

    /**
     * The entry of one version.
     *
     * @param id an IRI that stays the same whether the version is current or not
     * @param title its title
     * @param updated its date
     * @param page the path of the page about it
     * @param data the path of its data
     * @param type the media type of these
     * @param summary a sentence about it
     * @param content its changes, if they are recorded
     */
    private record FeedEntry(
            String id,
            String title,
            String updated,
            String page,
            String data,
            String type,
            String summary,
            Optional<RenderedTerm> content) {

        void write(Xml entry, String root) throws XMLStreamException {
            entry.element("id", id);
            entry.element("title", title);
            entry.element("updated", updated);
            entry.empty("link", "rel", "alternate", "type", "text/html", "href", root + page);
            entry.empty("link", "rel", "related", "type", type, "href", root + data);
            entry.element("summary", summary);
            if (content.isPresent()) {
                entry.element("content", text -> {
                    if (content.get().lang() != null) {
                        text.attribute("xml:lang", content.get().lang());
                    }
                    text.text(content.get().text());
                });
            }
        }
    }

    private static void feed(Xml feed, PublishedVersion published, Language language, String root)
            throws XMLStreamException {
        String name =
                best(published, published.site().entry().names(), language).orElse(published.base());
        List<FeedEntry> entries = entries(published, language, name);
        feed.element("id", dataset(published) + "#feed");
        feed.element("title", language.messages().say("feed.title", name));
        feed.element("updated", entries.get(0).updated());
        feed.element("author", author -> author.element("name", publisher(published, language)));
        feed.empty("link", "rel", "self", "type", TYPE, "href", root + SiteRoute.FEED.path());
        feed.empty("link", "rel", "alternate", "type", "text/html", "href", root + SiteRoute.HOME.path());
        for (FeedEntry entry : entries) {
            feed.element("entry", xml -> entry.write(xml, root));
        }
    }

    /**
     * Returns the last writes, or the current version, with its record if there is one, and the recorded earlier
     * versions.
     */
    private static List<FeedEntry> entries(PublishedVersion published, Language language, String name) {
        Versions versions = published.model().versions();
        Writes writes = published.model().writes().get();
        List<FeedEntry> entries = new ArrayList<>();
        writes.all().stream()
                .limit(MAX_WRITES)
                .map(write -> entry(write, published, language, name))
                .forEach(entries::add);
        boolean isCurrent = entries.isEmpty();
        String filled = isCurrent ? published.snapshot().version() : writes.filled();
        String later = versions.day()
                .flatMap(day -> day(day.getLiteralLexicalForm()))
                .orElse(published
                        .snapshot()
                        .since()
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString());
        if (versions.current().isEmpty()) {
            entries.add(new FeedEntry(
                    id(published, filled),
                    versions.name().isEmpty() ? name : name + " " + versions.name(),
                    later,
                    SiteRoute.VERSIONS.path(),
                    SiteRoute.DATASET.form("ttl"),
                    TURTLE,
                    isCurrent
                            ? served(published, language)
                            : language.messages().say("feed.earlier.digest", filled),
                    Optional.empty()));
        }
        for (Version version : versions.recorded()) {
            boolean isNewest = versions.current().filter(version::equals).isPresent();
            // A version without a date is not newer than its successor.
            later = version.issued().flatMap(FeedRoute::day).orElse(later);
            Optional<String> digest = isNewest ? Optional.of(filled) : version.digest();
            String page = published.site().links().path(version.iri().getURI()).orElse(SiteRoute.VERSIONS.path());
            entries.add(new FeedEntry(
                    digest.map(known -> id(published, known))
                            .orElse(version.iri().getURI()),
                    best(published, version.titles(), language).orElse(name + " " + version.name()),
                    later,
                    page,
                    page.equals(SiteRoute.VERSIONS.path()) ? SiteRoute.DATASET.form("ttl") : page + ".ttl",
                    TURTLE,
                    isNewest && isCurrent
                            ? served(published, language)
                            : digest.map(known -> language.messages().say("feed.earlier.digest", known))
                                    .orElseGet(() -> language.messages().say("feed.earlier")),
                    words(published, language).best(version.notes())));
        }
        return entries;
    }

    private static FeedEntry entry(PublishedWrite write, PublishedVersion published, Language language, String name) {
        String counts = language.messages().say("writes.counts", write.number(), write.added(), write.removed());
        String undone = write.undoes().isPresent()
                ? language.messages().say("writes.undoes", write.undoes().getAsInt()) + "\n"
                : "";
        return new FeedEntry(
                id(published, write.version()),
                language.messages().say("feed.write", name, write.number(), write.writer()),
                write.time().truncatedTo(ChronoUnit.SECONDS).toString(),
                SiteRoute.VERSIONS.path() + "#write-" + write.number(),
                SiteRoute.WRITE.path(Integer.toString(write.number())),
                WritePatch.TYPE,
                counts,
                Optional.of((undone + write.note()).strip())
                        .filter(text -> !text.isEmpty())
                        .map(RenderedTerm::text));
    }

    private static String id(PublishedVersion published, String digest) {
        return HistoryTriples.version(dataset(published), digest);
    }

    private static String served(PublishedVersion published, Language language) {
        return language.messages()
                .say(
                        "feed.summary",
                        published.snapshot().union().size(),
                        published.snapshot().version());
    }

    /** Returns the IRI of the dataset, which {@code /dataset} stands for if the publication names none. */
    public static String dataset(PublishedVersion published) {
        return published.site().entry().dataset().map(Node::getURI).orElse(SiteRoute.DATASET.iri(published.base()));
    }

    private static Optional<String> day(String date) {
        try {
            return Optional.of(LocalDate.parse(date.substring(0, Math.min(10, date.length())))
                    .atStartOfDay()
                    .toInstant(ZoneOffset.UTC)
                    .toString());
        } catch (DateTimeParseException notADay) {
            return Optional.empty();
        }
    }

    /** Returns the name of who published the dataset, else that of the dataset, which feeds have as their author. */
    public static String publisher(PublishedVersion published, Language language) {
        return published
                .site()
                .entry()
                .publisher()
                .map(publisher -> published
                        .resources()
                        .labels(List.of(publisher))
                        .name(publisher, language.code())
                        .text())
                .or(() -> best(published, published.site().entry().names(), language))
                .orElse(published.base());
    }

    private static TermRenderer words(PublishedVersion published, Language language) {
        return published.site().wording(published.resources().labels(List.of()), Reader.of(language));
    }

    private static Optional<String> best(PublishedVersion published, List<Node> literals, Language language) {
        return words(published, language).best(literals).map(RenderedTerm::text);
    }
}
