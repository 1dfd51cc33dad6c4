package org.torchgraph.messages;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes numbers with the signs of a language, which are those of the locale data of the JDK. */
public final class NumberWording {
    /** A number of four digits may be a year. */
    private static final int GROUPED_DIGITS = 5;

    private static final Pattern WHOLE = Pattern.compile("([+-]?\\d+)\\.0+");
    private static final Pattern DECIMAL = Pattern.compile("([+-]?)(0|[1-9]\\d*)(?:\\.(\\d+))?((?:[eE][+-]?\\d+)?)");

    private final DecimalFormat numbers;
    private final DecimalFormat shares;

    NumberWording(Locale locale) {
        this.numbers = (DecimalFormat) NumberFormat.getNumberInstance(locale);
        this.shares = (DecimalFormat) NumberFormat.getPercentInstance(locale);
    }

    /** Returns a number of things, its thousands separated. */
    public String count(long things) {
        return count(BigDecimal.valueOf(things));
    }

    /** Returns a number with all its decimals, its thousands separated. */
    public String count(BigDecimal number) {
        return decimals(copy(numbers), Math.max(0, number.scale())).format(number);
    }

    /** Returns a number rounded to some decimals. */
    public String rounded(double number, int decimals) {
        return decimals(copy(numbers), decimals).format(number);
    }

    /**
     * Returns the number that the lexical form of a literal is, with its decimals unless they are zeros only, and with
     * its thousands separated from five digits on. A text that is no decimal number is returned as it is.
     */
    public String number(String text) {
        Matcher whole = WHOLE.matcher(text);
        String shown = whole.matches() ? whole.group(1) : text;
        Matcher parts = DECIMAL.matcher(shown);
        if (!parts.matches()) {
            return shown;
        }
        String fraction = parts.group(3) == null ? "" : parts.group(3);
        DecimalFormat format = decimals(copy(numbers), fraction.length());
        format.setGroupingUsed(parts.group(2).length() >= GROUPED_DIGITS);
        String sign = parts.group(1).equals("-") ? format.getNegativePrefix() : parts.group(1);
        return sign + format.format(new BigDecimal(parts.group(2) + "." + fraction + "0")) + parts.group(4);
    }

    /** Returns a share of one in per cent, with as many decimals as it has. */
    public String percent(BigDecimal share) {
        BigDecimal bare = share.stripTrailingZeros();
        DecimalFormat format = decimals(copy(shares), Math.max(0, bare.scale() - 2));
        format.setGroupingUsed(false);
        return format.format(bare);
    }

    /** Returns whether a comma stands before decimals, so that it cannot separate values. */
    public boolean hasDecimalComma() {
        return numbers.getDecimalFormatSymbols().getDecimalSeparator() == ',';
    }

    /** Returns a copy, because formats are not safe for several threads. */
    private static DecimalFormat copy(DecimalFormat format) {
        return (DecimalFormat) format.clone();
    }

    private static DecimalFormat decimals(DecimalFormat format, int decimals) {
        format.setMaximumFractionDigits(decimals);
        format.setMinimumFractionDigits(decimals);
        return format;
    }
}
