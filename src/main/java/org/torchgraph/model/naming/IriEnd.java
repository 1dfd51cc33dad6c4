package org.torchgraph.model.naming;

import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;
import org.torchgraph.http.PercentEncoding;

/** Reads the last segment of an IRI, by which a thing without a name is known. */
public final class IriEnd {
    private static final Pattern BETWEEN_WORDS = Pattern.compile(
            "(?<=\\p{Ll})(?=\\p{Lu})" + "|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})" + "|(?<=\\p{L})(?=\\p{N})" + "|[_\\-.+~]+");

    private IriEnd() {}

    /** Returns the last segment of an IRI, percent-decoded if its octets are UTF-8. */
    public static String of(String iri) {
        String whole = StringUtils.stripEnd(iri, "/#:");
        int mark = Math.max(whole.lastIndexOf('/'), Math.max(whole.lastIndexOf('#'), whole.lastIndexOf(':')));
        String end = whole.substring(mark + 1);
        return end.indexOf('%') < 0 ? end : PercentEncoding.text(end).orElse(end);
    }

    /** Returns the last segment of an IRI as a name; empty if it has no letter, so that it would tell nothing. */
    public static Optional<String> name(String iri) {
        return Optional.of(PlainText.of(of(iri))).filter(end -> end.codePoints().anyMatch(Character::isLetter));
    }

    /** Returns the last segment of an IRI with spaces between its words. */
    public static String words(String end) {
        return BETWEEN_WORDS.matcher(end).replaceAll(" ");
    }
}
