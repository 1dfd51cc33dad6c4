package org.torchgraph.site.words;

import java.nio.charset.StandardCharsets;

/** Percent-encoding (RFC 3986, section 2.1) of what may not stand in an address. */
public final class Percent {
    static final String FRAGMENT = "-._~!$&'()*+,;=:@/?";
    static final String PATH = "-._~!$&'()*+,;=:@/";
    static final String ADDRESS = "-._~!$&'()*+,;=:@/?#[]";
    private static final String UNRESERVED = "-._~";

    private Percent() {}

    /** A value of a query string. */
    public static String query(String value) {
        return encoded(value, UNRESERVED, false);
    }

    /** Keeps letters, digits, the marks given, and what is encoded already. */
    static String encode(String text, String marks) {
        return encoded(text, marks, true);
    }

    private static String encoded(String text, String marks, boolean keepEncoded) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        StringBuilder out = new StringBuilder(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            char c = (char) (bytes[i] & 0xFF);
            if (plain(c) || marks.indexOf(c) >= 0 || keepEncoded && c == '%' && hexFollows(bytes, i)) {
                out.append(c);
            } else {
                out.append('%').append(hex(c >> 4)).append(hex(c & 0xF));
            }
        }
        return out.toString();
    }

    private static boolean plain(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    private static boolean hexFollows(byte[] bytes, int at) {
        return at + 2 < bytes.length
                && Character.digit(bytes[at + 1], 16) >= 0
                && Character.digit(bytes[at + 2], 16) >= 0;
    }

    private static char hex(int digit) {
        return Character.toUpperCase(Character.forDigit(digit, 16));
    }
}
