package org.torchgraph.server.edition;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.torchgraph.http.AcceptLanguage;
import org.torchgraph.server.reply.Request;
import org.torchgraph.site.frame.Frame;
import org.torchgraph.site.words.Language;

/** In which language a page is, and what stands round it. */
public final class Frames {
    private Frames() {}

    /** The language asked for by {@code ?lang=}, else by {@code Accept-Language}, else English. */
    public static Language language(Request request) {
        return chosen(request).orElseGet(() -> fromHeader(request));
    }

    static Frame of(Edition edition, Request request, String canonical, List<Frame.Alternate> alternates) {
        String query = request.servlet().getQueryString();
        return new Frame(
                edition.site(),
                language(request),
                chosen(request).isPresent(),
                request.origin(),
                request.path(),
                query == null ? "" : query,
                canonical,
                alternates);
    }

    private static Optional<Language> chosen(Request request) {
        return request.parameter("lang").flatMap(code -> Stream.of(Language.values())
                .filter(language -> language.code().equals(code))
                .findFirst());
    }

    private static Language fromHeader(Request request) {
        String best = AcceptLanguage.parse(request.header("Accept-Language").orElse(""))
                .best(List.of(Language.EN.code(), Language.ZH.code()));
        return best.equals(Language.ZH.code()) ? Language.ZH : Language.EN;
    }
}
