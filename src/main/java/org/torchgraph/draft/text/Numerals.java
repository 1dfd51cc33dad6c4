package org.torchgraph.draft.text;

import java.math.BigDecimal;

/** Parses numbers as Chinese texts print them: {@code 53}, {@code 0.4}, {@code 五十三}, {@code 1.5万}, {@code 一万亿}. */
final class Numerals {
    /** Matches one number in Arabic or Chinese digits. */
    static final String PATTERN = "(?:\\p{Nd}{1,15}(?:,\\p{Nd}{3}){0,4}(?:[.．]\\p{Nd}{1,9})?)[十百千万亿]{0,4}"
            + "|[〇零一二两三四五六七八九十百千][〇零一二两三四五六七八九十百千万亿]{0,15}";

    private static final String DIGITS = "〇一二三四五六七八九";
    private static final String TENS = "十百千";

    private Numerals() {}

    static BigDecimal value(String numeral) {
        for (char big : new char[] {'亿', '万'}) {
            int at = numeral.lastIndexOf(big);
            if (at >= 0) {
                BigDecimal times = value(numeral.substring(0, at)).movePointRight(big == '亿' ? 8 : 4);
                return at + 1 == numeral.length() ? times : times.add(value(numeral.substring(at + 1)));
            }
        }
        return Character.isDigit(numeral.charAt(0)) ? arabic(numeral) : BigDecimal.valueOf(below10000(numeral));
    }

    private static BigDecimal arabic(String numeral) {
        int tens = 0;
        int end = numeral.length();
        for (; TENS.indexOf(numeral.charAt(end - 1)) >= 0; end--) {
            tens += TENS.indexOf(numeral.charAt(end - 1)) + 1;
        }
        StringBuilder ascii = new StringBuilder();
        numeral.substring(0, end)
                .chars()
                .filter(c -> c != ',')
                .forEach(c -> ascii.append(Character.isDigit(c) ? (char) ('0' + Character.digit(c, 10)) : '.'));
        return new BigDecimal(ascii.toString()).movePointRight(tens);
    }

    /** Parses {@code 五十三}, or a number written digit by digit such as the year {@code 二〇二一}. */
    private static long below10000(String numeral) {
        long value = 0;
        long digit = -1;
        for (char c : numeral.toCharArray()) {
            int ten = TENS.indexOf(c);
            if (ten < 0) {
                digit = Math.max(digit, 0) * 10 + digit(c);
            } else {
                value += (digit < 0 ? 1 : digit) * (ten == 0 ? 10 : ten == 1 ? 100 : 1000);
                digit = -1;
            }
        }
        return value + Math.max(digit, 0);
    }

    private static int digit(char c) {
        return c == '两' ? 2 : Math.max(DIGITS.indexOf(c), 0);
    }
}
