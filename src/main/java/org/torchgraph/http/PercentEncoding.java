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

/** Between IRIs and the URIs that the wire carries (RFC 3987 §3.1, §3.2). */
public final class PercentEncoding {
    /** What stands, in a text that was sent as it is and not as octets, for some that were not UTF-8. */
    private static final char REPLACED = '\uFFFD';

    private static final String LEGAL = "-._~:/?#[]@!$&'()*+,;=";
    private static final Pattern OCTETS = Pattern.compile("(?:%[0-9A-Fa-f]{2})+");
    private static final Pattern STRAY = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    private PercentEncoding() {}

    /**
     * The URI of an IRI: all that is not legal in a URI as the octets of its UTF-8, upper-case hex. Octets already
     * encoded stay as they are; a stray {@code %} becomes {@code %25}.
     */
    public static String ascii(String iri) {
        return keeping(c -> c == '%' || isLegal(c), STRAY.matcher(iri).replaceAll("%25"));
    }

    /** The name that follows a base as a path: like {@link #ascii}, and what would end a path is encoded too. */
    public static String path(String name) {
        return keeping(c -> "?#[]".indexOf(c) < 0, ascii(name));
    }

    /** The text of a path or a part of it, all octets decoded; empty when they are not UTF-8. */
    public static Optional<String> text(String path) {
        try {
            return Optional.of(decoded(ascii(path).replace("+", "%2B")));
        } catch (IllegalArgumentException notUtf8) {
            return Optional.empty();
        }
    }

    /** The same octets, their digits in lower case. */
    public static String lowerCase(String uri) {
        return OCTETS.matcher(uri).replaceAll(run -> run.group().toLowerCase(Locale.ROOT));
    }

    /** How many octets a text has in UTF-8. */
    public static int octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** A text as one value of a query string: all of it as octets but what is unreserved (RFC 3986 §2.3). */
    public static String value(String text) {
        return keeping(PercentEncoding::isUnreserved, text);
    }

    /**
     * The text of one name or value of a form or query string: {@code +} is a space, octets are UTF-8.
     *
     * @throws IllegalArgumentException when octets are cut short, or are not UTF-8
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

    /** The text that octets are in UTF-8; empty when they are not. */
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
     * The IRI of a URI: octets are decoded where they are UTF-8 of characters outside ASCII or of unreserved ones. What
     * would change the meaning ({@code %2F}) or be illegal in an IRI ({@code %20}, {@code %3C}) stays encoded.
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

    /** Characters that show as something: no controls, separators, bidirectional marks or private use. */
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

    private static boolean isUnreserved(int c) {
        return isAlphanumeric(c) || "-._~".indexOf(c) >= 0;
    }

    private static boolean isLegal(int c) {
        return isAlphanumeric(c) || c < 0x80 && LEGAL.indexOf(c) >= 0;
    }

    private static boolean isAlphanumeric(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }
}
