package org.torchgraph.messages;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;

/**
 * The formats of dates in a language: those of its own catalogue, else those of the locale data of the JDK.
 *
 * @param language the language
 */
public record DateFormats(Language language) {
    private static final String ISO = "y-MM-dd";

    /** Returns the format of a day that stands alone. */
    public DateTimeFormatter day() {
        return own("date.day").orElseGet(() -> DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language.locale()));
    }

    /** Returns the format of a month of a year. */
    public DateTimeFormatter month() {
        return own("date.month")
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
                : own("date.within").orElseGet(this::day).format(day);
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

    private Optional<DateTimeFormatter> own(String key) {
        return language.messages().own(key).map(pattern -> DateTimeFormatter.ofPattern(pattern, language.locale()));
    }
}
