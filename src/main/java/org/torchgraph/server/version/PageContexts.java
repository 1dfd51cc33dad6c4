package org.torchgraph.server.version;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.torchgraph.http.accept.AcceptLanguage;
import org.torchgraph.messages.Language;
import org.torchgraph.model.naming.Languages;
import org.torchgraph.server.reply.Request;
import org.torchgraph.site.frame.PageContext;
import org.torchgraph.site.words.Reader;

/** Who reads a page, and what stands round it. */
public final class PageContexts {
    /** What {@code ?lang=} may hold: a language range (RFC 4647 §2.1). */
    private static final Pattern RANGE = Pattern.compile("[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8}){0,7}");

    private static final int MOST_RANGES = 8;

    private PageContexts() {}

    /** The language asked for by {@code ?lang=}, else by {@code Accept-Language}, else English. */
    public static Language language(Request request) {
        return reader(request, List.of()).language();
    }

    /** The language asked for by {@code ?lang=}, else English: for programs, whose answers follow from the address. */
    public static Language chosen(Request request) {
        return chosen(range(request)).orElse(Language.EN);
    }

    private static Optional<Language> chosen(String range) {
        return AcceptLanguage.parse(range).lookup(Language.CODES).map(Language::coded);
    }

    private static String range(Request request) {
        return request.parameter("lang")
                .filter(range -> RANGE.matcher(range).matches())
                .orElse("");
    }

    /**
     * The page's own words are in the language of the site that the reader asked for by {@code ?lang=}, else by
     * {@code Accept-Language}, else in English; texts of the data are in any language that the reader asked for.
     *
     * @param languages of the data: others that the reader knows make no other page
     */
    static Reader reader(Request request, List<String> languages) {
        String chosen = range(request);
        AcceptLanguage accepted =
                AcceptLanguage.parse(request.header("Accept-Language").orElse(""));
        return Reader.of(
                chosen(chosen).orElseGet(() -> Language.coded(accepted.best(Language.CODES))),
                accepted.wanted().stream()
                        .flatMap(range -> Languages.of(List.of(range), List.of()).wanted().stream())
                        .filter(range -> languages.stream().anyMatch(tag -> Languages.matches(tag, range)))
                        .distinct()
                        .limit(MOST_RANGES)
                        .toList(),
                chosen);
    }

    static PageContext of(
            PublishedVersion edition, Request request, String canonical, List<PageContext.Alternate> alternates) {
        return new PageContext(
                edition.site().at(request.mount()),
                reader(request, edition.site().languages()),
                request.origin(),
                request.path(),
                request.queryString(),
                canonical,
                alternates);
    }
}
