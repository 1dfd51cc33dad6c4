package org.torchgraph.http.accept;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import java.util.regex.Pattern;
import org.torchgraph.http.HeaderText;

/**
 * The languages that a reader prefers ({@code Accept-Language}, RFC 9110 §12.5.4).
 *
 * @param ranges by descending weight; malformed ones are left out
 */
public record AcceptLanguage(List<LanguageRange> ranges) {
    /**
     * The elements that are safe to pass to the JDK's parser, which throws an IndexOutOfBoundsException for a lone
     * hyphen.
     */
    private static final Pattern ELEMENT =
            Pattern.compile("(?:\\*|[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8}){0,9})(?:\\s*;\\s*[qQ]=[0-9.]{1,9})?");

    public AcceptLanguage {
        ranges = List.copyOf(ranges);
    }

    /** Parses the header field value; null means no preference. Never throws. */
    public static AcceptLanguage parse(String header) {
        List<LanguageRange> ranges = new ArrayList<>();
        for (String element : HeaderText.split(header == null ? "" : header, ',')) {
            if (ELEMENT.matcher(element).matches()) {
                ranges.addAll(parsed(element));
            }
        }
        ranges.sort(Comparator.comparingDouble(LanguageRange::getWeight).reversed());
        return new AcceptLanguage(ranges);
    }

    private static List<LanguageRange> parsed(String element) {
        try {
            return LanguageRange.parse(element);
        } catch (IllegalArgumentException weightOutOfRange) {
            return List.of();
        }
    }

    /**
     * Returns the site language that suits the reader best by lookup (RFC 4647 §3.4): {@code zh-CN}, {@code zh-Hans}
     * and {@code zh-TW} all match {@code zh}. If none matches, it is the first language of the site.
     */
    public String best(List<String> site) {
        return lookup(site).orElse(site.get(0));
    }

    /** Returns the site language found by lookup (RFC 4647 §3.4); empty if none matches. */
    public Optional<String> lookup(List<String> site) {
        return ranges.isEmpty() ? Optional.empty() : Optional.ofNullable(Locale.lookupTag(ranges, site));
    }

    /** Returns the accepted language ranges by descending weight, without {@code *}. */
    public List<String> wanted() {
        return ranges.stream()
                .filter(range -> range.getWeight() > 0 && !range.getRange().equals("*"))
                .map(LanguageRange::getRange)
                .distinct()
                .toList();
    }
}
