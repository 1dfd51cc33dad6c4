package org.torchgraph.server.version;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.torchgraph.http.accept.AcceptLanguage;
import org.torchgraph.messages.InterfaceLanguages;
import org.torchgraph.messages.Language;
import org.torchgraph.model.naming.Languages;
import org.torchgraph.server.reply.Request;
import org.torchgraph.site.frame.PageContext;
import org.torchgraph.site.frame.Site;
import org.torchgraph.site.words.Reader;

/** Determines the reader of a page and creates its context. */
public final class PageContexts {
    /** The values of {@code ?lang=}: a language range (RFC 4647 §2.1). */
    private static final Pattern RANGE = Pattern.compile("[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8}){0,7}");

    /** The number of languages of the data by which pages differ. */
    private static final int MAX_RANGES = 4;

    private static final int MAX_READ_RANGES = 32;

    private PageContexts() {}

    /** Returns the language of {@code ?lang=}, else of {@code Accept-Language}, else that of the site. */
    public static Language language(Request request, PublishedVersion version) {
        return reader(request, version.site()).language();
    }

    /** Returns the language of {@code ?lang=}, else English, for programs, whose replies depend on the address only. */
    public static Language chosen(Request request, InterfaceLanguages offered) {
        return asked(request, offered).orElse(Language.EN);
    }

    /** Returns the language of {@code ?lang=}; empty if it names none of those that are offered. */
    public static Optional<Language> asked(Request request, InterfaceLanguages offered) {
        return chosen(range(request), offered);
    }

    private static Optional<Language> chosen(String range, InterfaceLanguages offered) {
        return AcceptLanguage.parse(range).lookup(offered.codes()).flatMap(offered::coded);
    }

    private static String range(Request request) {
        return request.parameter("lang")
                .filter(range -> RANGE.matcher(range).matches())
                .orElse("");
    }

    /**
     * Returns the reader of a page. The page's own texts are in the site language of {@code ?lang=}, else of
     * {@code Accept-Language}, else in that which the publication sets; texts of the data are in any language of the
     * reader, and then in those that it sets. Languages of the reader that the data do not have are ignored, and of the
     * others a few are kept, so that readers with other preferences get the same pages.
     */
    static Reader reader(Request request, Site site) {
        InterfaceLanguages offered = site.interfaceLanguages();
        String chosen = range(request);
        AcceptLanguage accepted =
                AcceptLanguage.parse(request.header("Accept-Language").orElse(""));
        return Reader.of(
                chosen(chosen, offered)
                        .or(() -> accepted.lookup(offered.codes()).flatMap(offered::coded))
                        .or(() -> offered.coded(site.website().language()))
                        .orElse(Language.EN),
                accepted.wanted().stream()
                        .limit(MAX_READ_RANGES)
                        .flatMap(range -> Languages.of(List.of(range), List.of()).wanted().stream())
                        .flatMap(range -> inData(range, site.languages()).stream())
                        .distinct()
                        .limit(MAX_RANGES)
                        .toList(),
                chosen,
                site.website().languages());
    }

    /** Returns a range as the only tag of the data that it matches, or as it is if it matches several. */
    private static Optional<String> inData(String range, List<String> languages) {
        List<String> matched = languages.stream()
                .filter(tag -> Languages.matches(tag, range))
                .limit(2)
                .toList();
        return matched.size() > 1 ? Optional.of(range) : matched.stream().findFirst();
    }

    static PageContext of(
            PublishedVersion version, Request request, String canonical, List<PageContext.Alternate> alternates) {
        return new PageContext(
                version.site().at(request.mount()),
                reader(request, version.site()),
                request.origin(),
                request.path(),
                request.queryString(),
                canonical,
                alternates);
    }
}
