package org.torchgraph.server.watch;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.torchgraph.messages.Language;
import org.torchgraph.model.Labels;
import org.torchgraph.server.reply.Content;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.version.KeptVersions.EarlierAnswers;
import org.torchgraph.server.version.PageContexts;
import org.torchgraph.server.version.PublishedVersion;
import org.torchgraph.site.words.Reader;
import org.torchgraph.site.words.RenderedTerm;
import org.torchgraph.site.words.TermRenderer;

/**
 * What the feeds of a request have in common.
 *
 * @param version the current version
 * @param request the request
 * @param language the language of its reader
 */
record FeedWords(PublishedVersion version, Request request, Language language) {
    /** The parameter that names the language. */
    static final String LANGUAGE = "lang";

    static FeedWords of(PublishedVersion version, Request request) {
        return new FeedWords(version, request, PageContexts.language(request, version));
    }

    String say(String key, Object... values) {
        return language.messages().say(key, values);
    }

    TermRenderer wording(Labels labels) {
        return version.site().wording(labels, Reader.of(language));
    }

    /** Returns the best of several literals. */
    Optional<RenderedTerm> best(List<Node> literals) {
        return wording(version.resources().labels(List.of())).best(literals);
    }

    /** Returns the name of the dataset, else its base. */
    String name() {
        return best(version.site().entry().names()).map(RenderedTerm::text).orElse(version.base());
    }

    /** Returns the name of who published the dataset, else that of the dataset. */
    String author() {
        return version.site()
                .entry()
                .publisher()
                .map(publisher -> version.resources()
                        .labels(List.of(publisher))
                        .name(publisher, language.code())
                        .text())
                .orElseGet(this::name);
    }

    /** Returns the absolute address of a path of the site, in the language that the request names. */
    String address(String path) {
        String chosen = PageContexts.asked(request, version.site().interfaceLanguages())
                .map(asked -> (path.contains("?") ? "&" : "?") + LANGUAGE + "=" + asked.code())
                .orElse("");
        int hash = path.indexOf('#');
        return request.root() + (hash < 0 ? path + chosen : path.substring(0, hash) + chosen + path.substring(hash));
    }

    /**
     * Returns the reply that a feed is.
     *
     * @param key what it depends on besides the version, the language and the address of the site
     */
    Reply reply(List<String> key, Supplier<Content> feed) {
        String[] parts = Stream.concat(key.stream(), Stream.of(language.code(), address("/")))
                .toArray(String[]::new);
        return version.reply(AtomFeed.TYPE, version.tag(parts), feed)
                .undated()
                .varying("Accept-Language")
                .with("Content-Language", language.tag());
    }

    /** Returns since when a feed tells of changes. */
    String since(EarlierAnswers from, boolean isWhole) {
        LocalDate day = from.since().atZone(ZoneOffset.UTC).toLocalDate();
        return say(isWhole ? "watch.since" : "watch.since.reading", day, from.version());
    }
}
