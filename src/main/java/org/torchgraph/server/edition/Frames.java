package org.torchgraph.server.edition;

import java.util.List;
import java.util.regex.Pattern;
import org.torchgraph.http.accept.AcceptLanguage;
import org.torchgraph.resource.naming.Languages;
import org.torchgraph.server.reply.Request;
import org.torchgraph.site.frame.Frame;
import org.torchgraph.site.words.Language;
import org.torchgraph.site.words.Reader;

/** Who reads a page, and what stands round it. */
public final class Frames {
    /** What {@code ?lang=} may hold: a language range (RFC 4647 §2.1). */
    private static final Pattern RANGE = Pattern.compile("[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8}){0,7}");

    private static final int MOST_RANGES = 8;

    private Frames() {}

    /** The language asked for by {@code ?lang=}, else by {@code Accept-Language}, else English. */
    public static Language language(Request request) {
        return reader(request, List.of()).language();
    }

    /**
     * The page's own words are in the language of the site that the reader asked for by {@code ?lang=}, else by
     * {@code Accept-Language}, else in English; texts of the data are in any language that the reader asked for.
     *
     * @param languages of the data: others that the reader knows make no other page
     */
    static Reader reader(Request request, List<String> languages) {
        String chosen = request.parameter("lang")
                .filter(range -> RANGE.matcher(range).matches())
                .orElse("");
        AcceptLanguage accepted =
                AcceptLanguage.parse(request.header("Accept-Language").orElse(""));
        List<String> site = List.of(Language.EN.code(), Language.ZH.code());
        String own = AcceptLanguage.parse(chosen).lookup(site).orElseGet(() -> accepted.best(site));
        return Reader.of(
                own.equals(Language.ZH.code()) ? Language.ZH : Language.EN,
                accepted.wanted().stream()
                        .flatMap(range -> Languages.of(List.of(range), List.of()).wanted().stream())
                        .filter(range -> languages.stream().anyMatch(tag -> Languages.matches(tag, range)))
                        .distinct()
                        .limit(MOST_RANGES)
                        .toList(),
                chosen);
    }

    static Frame of(Edition edition, Request request, String canonical, List<Frame.Alternate> alternates) {
        return new Frame(
                edition.site().at(request.mount()),
                reader(request, edition.site().languages()),
                request.origin(),
                request.path(),
                request.queryString(),
                canonical,
                alternates);
    }
}
