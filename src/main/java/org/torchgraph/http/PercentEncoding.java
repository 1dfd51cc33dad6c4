package org.torchgraph.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.DecoderException;
import org.apache.commons.codec.net.URLCodec;

/** Converts between IRIs and URIs (RFC 3987 §3.1, §3.2), and encodes and decodes values of query strings. */
public final class PercentEncoding {
    /** The replacement character, which a decoder has put in place of octets that were not UTF-8. */
    private static final char REPLACED = '\uFFFD';

    private static final String LEGAL = "-._~:/?#[]@!$&'()*+,;=";
    private static final Pattern OCTETS = Pattern.compile("(?:%[0-9A-Fa-f]{2})+");
    private static final Pattern STRAY = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    private PercentEncoding() {}

    /**
     * Returns the URI of an IRI: each character that a URI does not allow becomes the octets of its UTF-8 in upper-case
     * hex. Octets already encoded stay as they are; a stray {@code %} becomes {@code %25}.
     */
    public static String ascii(String iri) {
        return keeping(c -> c == '%' || isLegal(c), STRAY.matcher(iri).replaceAll("%25"));
    }

    /**
     * Encodes a name as the last part of a path: like {@link #ascii}, and {@code ?}, {@code #}, {@code [} and {@code ]}
     * are encoded too.
     */
    public static String path(String name) {
        return keeping(c -> "?#[]".indexOf(c) < 0, ascii(name));
    }

    /** Decodes all octets of a path or of a part of it; empty if they are not UTF-8. */
    public static Optional<String> text(String path) {
        try {
            return Optional.of(decoded(ascii(path).replace("+", "%2B")));
        } catch (IllegalArgumentException notUtf8) {
            return Optional.empty();
        }
    }

    /** Returns the URI with the hex digits of its encoded octets in lower case. */
    public static String lowerCase(String uri) {
        return OCTETS.matcher(uri).replaceAll(run -> run.group().toLowerCase(Locale.ROOT));
    }

    /** Returns the length of a text in octets of UTF-8. */
    public static int octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /**
     * Encodes a text as one value of a query string: every character that is not unreserved (RFC 3986 §2.3) is encoded.
     */
    public static String value(String text) {
        return keeping(PercentEncoding::isUnreserved, text);
    }

    /**
     * Decodes one name or value of a form or query string: {@code +} is a space, octets are UTF-8.
     *
     * @throws IllegalArgumentException if an octet is incomplete, or if the octets are not UTF-8
     */
    public static String decoded(String value) {
        try {
            return utf8(URLCodec.decodeUrl(value.getBytes(StandardCharsets.UTF_8)))
                    .filter(text -> value.indexOf(REPLACED) < 0)
                    .orElseThrow(() -> new IllegalArgumentException("not UTF-8"));
        } catch (DecoderException cutShort) {
            throw new IllegalArgumentException("not percent-encoded", cutShort);
        }
    }

    /** Decodes octets as UTF-8; empty if they are not UTF-8. */
    public static Optional<String> utf8(byte[] octets) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets))
                    .toString());
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }

    /**
     * Returns the IRI of a URI: octets are decoded if they are UTF-8 of characters outside ASCII or of unreserved
     * characters. Octets that would change the meaning ({@code %2F}) or be illegal in an IRI ({@code %20}, {@code %3C})
     * stay encoded.
     */
    public static String readable(String uri) {
        return OCTETS.matcher(uri).replaceAll(run -> Matcher.quoteReplacement(decodeRun(run.group())));
    }

    private static String decodeRun(String run) {
        return utf8(run)
                .map(text -> keeping(c -> c < 0x80 ? isUnreserved(c) : isVisible(c), text))
                .orElse(run);
    }

    private static Optional<String> utf8(String run) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        for (int at = 1; at < run.length(); at += 3) {
            octets.write(Integer.parseInt(run, at, at + 2, 16));
        }
        return utf8(octets.toByteArray());
    }

    private static String keeping(IntPredicate kept, String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (kept.test(c)) {
                out.appendCodePoint(c);
            } else {
                for (byte octet : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    out.append(String.format("%%%02X", octet));
                }
            }
        });
        return out.toString();
    }

    /**
     * Returns whether a character is visible: it is no control, separator, bidirectional mark or private-use character.
     */
    public static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** Returns whether a character never needs to be encoded (RFC 3986 §2.3). */
    public static boolean isUnreserved(int c) {
        return isAlphanumeric(c) || "-._~".indexOf(c) >= 0;
    }

    private static boolean isLegal(int c) {
        return isAlphanumeric(c) || c < 0x80 && LEGAL.indexOf(c) >= 0;
    }

    private static boolean isAlphanumeric(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }
}
