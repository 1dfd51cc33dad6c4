package org.torchgraph.draft.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses the date at the start of a heading. */
final class HeadingDate {
    private static final String YEAR = "(\\p{Nd}{4}|[〇零○一二三四五六七八九]{4})";
    private static final String PART = "(\\p{Nd}{1,2}|[一二三四五六七八九十]{1,3})";

    /**
     * Matches {@code 1988年5月20日}, {@code 二〇二一年四月}, {@code 2020-07-13} and {@code 2020.7.13}. The text has no white
     * space.
     */
    private static final Pattern DATE = Pattern.compile(YEAR + "年(?:" + PART + "月(?:" + PART + "[日号])?)?|"
            + "(\\p{Nd}{4})[-./．／](\\p{Nd}{1,2})(?:[-./．／](\\p{Nd}{1,2}))?(?!\\p{Nd})");

    /**
     * A date as found in a heading.
     *
     * @param printed the date as printed; empty if there is none
     * @param year the year in four digits; empty if there is no date
     * @param day the date if it is complete and exists in the calendar
     */
    record ParsedDate(String printed, String year, Optional<LocalDate> day) {}

    private HeadingDate() {}

    static ParsedDate at(CharSequence heading) {
        Matcher date = DATE.matcher(heading);
        if (!date.lookingAt()) {
            return new ParsedDate("", "", Optional.empty());
        }
        int first = date.group(1) == null ? 4 : 1;
        String year = String.format(Locale.ROOT, "%04d", number(date.group(first)));
        return new ParsedDate(date.group(), year, day(date.group(first), date.group(first + 1), date.group(first + 2)));
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        if (day == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(number(year), number(month), number(day)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static int number(String numeral) {
        return Numerals.value(numeral.replace('○', '〇')).intValueExact();
    }
}
