package org.torchgraph.server.watch;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.torchgraph.messages.Language;
import org.torchgraph.model.Labels;
import org.torchgraph.server.discovery.FeedRoute;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.version.KeptVersions.EarlierAnswers;
import org.torchgraph.server.version.PageContexts;
import org.torchgraph.server.version.PublishedVersion;
import org.torchgraph.site.words.Reader;
import org.torchgraph.site.words.TermRenderer;

/**
 * What the feeds of a request have in common.
 *
 * @param version the current version
 * @param request the request
 * @param language the language of its reader
 */
record FeedWords(PublishedVersion version, Request request, Language language) {
    private static final String LANGUAGE = "lang";

    static FeedWords of(PublishedVersion version, Request request) {
        return new FeedWords(version, request, PageContexts.language(request, version));
    }

    String say(String key, Object... values) {
        return language.messages().say(key, values);
    }

    TermRenderer wording(Labels labels) {
        return version.site().wording(labels, Reader.of(language));
    }

    String author() {
        return FeedRoute.publisher(version, language);
    }

    /** Returns the absolute address of a path of the site, in the language that the request names. */
    String address(String path) {
        String chosen = request.parameter(LANGUAGE)
                .filter(version.site().interfaceLanguages().codes()::contains)
                .map(code -> (path.contains("?") ? "&" : "?") + LANGUAGE + "=" + code)
                .orElse("");
        return request.root() + path + chosen;
    }

    /** Returns since when a feed tells of changes. */
    String since(EarlierAnswers from, boolean isWhole) {
        LocalDate day = from.since().atZone(ZoneOffset.UTC).toLocalDate();
        return say(isWhole ? "watch.since" : "watch.since.reading", day, from.version());
    }

    /** Returns a version as a title names it. */
    static String shortened(String version) {
        return version.substring(0, Math.min(12, version.length()));
    }
}
