package org.torchgraph.messages;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;
import org.apache.commons.lang3.StringUtils;

/**
 * The formats of dates in a language: those of its own catalogue, else those of the locale data of the JDK.
 *
 * @param language the language
 */
public record DateFormats(Language language) {
    private static final String ISO = "y-MM-dd";

    /** A day before the name of its month. */
    private static final String BEFORE_A_NAME = "d MMM";

    /** Returns the format of a day that stands alone. */
    public DateTimeFormatter day(TemporalAccessor day) {
        return own("date.day", day).orElseGet(() -> DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language.locale()));
    }

    /** Returns the format of a month of a year. */
    public DateTimeFormatter month() {
        return language.messages()
                .own("date.month")
                .map(this::formatter)
                .orElseGet(() -> DateTimeFormatter.ofLocalizedPattern("yMMMM").withLocale(language.locale()));
    }

    /** Returns whether days within sentences are written as machines read them. */
    public boolean isIso() {
        return language.messages().own("date.within").filter(ISO::equals).isPresent();
    }

    /** Returns a day as sentences have it. */
    String within(LocalDate day) {
        return isIso()
                ? day.toString()
                : own("date.within", day).orElseGet(() -> day(day)).format(day);
    }

    /** Returns a time as sentences have it. */
    String within(Instant time) {
        return isIso()
                ? time.toString()
                : within(time.atZone(ZoneOffset.UTC).toLocalDate()) + ", "
                        + DateTimeFormatter.ofPattern("HH:mm 'UTC'", language.locale())
                                .withZone(ZoneOffset.UTC)
                                .format(time);
    }

    /** Returns the day that a text states as sentences have it, or the text if it states no day. */
    public String within(String text) {
        try {
            return within(LocalDate.parse(text));
        } catch (DateTimeException noDay) {
            return text;
        }
    }

    /** Returns the own format of a day. The first of a month that is named has an ordinal number in French. */
    private Optional<DateTimeFormatter> own(String key, TemporalAccessor day) {
        Optional<String> pattern = language.messages().own(key);
        Optional<String> first =
                day.get(ChronoField.DAY_OF_MONTH) == 1 ? language.messages().own("date.first") : Optional.empty();
        return pattern.map(usual -> StringUtils.countMatches(usual, 'd') == 1
                        ? first.map(ordinal -> usual.replace(BEFORE_A_NAME, "'" + ordinal + "' MMM"))
                                .orElse(usual)
                        : usual)
                .map(this::formatter);
    }

    private DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, language.locale());
    }
}
