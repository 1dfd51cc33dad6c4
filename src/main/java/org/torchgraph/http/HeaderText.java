package org.torchgraph.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Parses and writes the syntax that header fields share: lists, tokens and quoted strings (RFC 9110 §5.6). */
public final class HeaderText {
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(.)", Pattern.DOTALL);

    private HeaderText() {}

    /** Returns whether the text is a {@code token} (RFC 9110 §5.6.2), the syntax of field names and of methods. */
    public static boolean isToken(String text) {
        return TOKEN.matcher(text).matches();
    }

    /** Splits at each separator outside a quoted string; parts are trimmed and empty parts are left out. */
    public static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (quoted && c == '\\') {
                at++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                parts.add(text.substring(start, at).strip());
                start = at + 1;
            }
        }
        parts.add(text.substring(start).strip());
        parts.removeIf(String::isEmpty);
        return parts;
    }

    /** Returns the value that a token or a quoted string denotes; empty if the text is neither. */
    static Optional<String> value(String text) {
        if (isToken(text)) {
            return Optional.of(text);
        }
        return isQuoted(text)
                ? Optional.of(
                        ESCAPE.matcher(text.substring(1, text.length() - 1)).replaceAll("$1"))
                : Optional.empty();
    }

    /**
     * Returns whether the text is one quoted string. It is a loop because a regular expression would recurse once per
     * character.
     */
    private static boolean isQuoted(String text) {
        int at = 1;
        while (at < text.length() && text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return text.startsWith("\"") && at == text.length() - 1;
    }

    /** Returns a token unchanged and any other value as a quoted string. */
    static String quoteUnlessToken(String value) {
        return isToken(value) ? value : quote(value);
    }

    /**
     * Returns the value as a quoted string. Control characters become spaces, so that no value can end the header line.
     */
    static String quote(String value) {
        return '"' + value.replaceAll("\\p{Cntrl}", " ").replaceAll("([\"\\\\])", "\\\\$1") + '"';
    }
}
