package org.torchgraph.site.words;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.torchgraph.messages.DateFormats;
import org.torchgraph.messages.Language;
import org.torchgraph.model.term.Moment;

/**
 * Formats dates in one language. A date keeps its time zone, because the same date in another zone is another day (XML
 * Schema Datatypes 1.1 §3.3.9). A time with a zone is converted to UTC.
 */
record DateWording(Language language) {

    /** Returns the formatted date; empty if the literal is no date or does not exist in the calendar. */
    Optional<String> read(Node literal) {
        String text = literal.getLiteralLexicalForm();
        Optional<Moment> moment = Moment.of(literal.getLiteralDatatype(), text);
        try {
            return moment.map(found -> found.month() == 0 ? year(found, literal) : calendar(found));
        } catch (DateTimeException notInTheCalendar) {
            return Optional.empty();
        }
    }

    /** Formats a year as it is written, except years before 1. */
    private String year(Moment moment, Node literal) {
        if (moment.year().signum() > 0) {
            String text = literal.getLiteralLexicalForm().strip();
            String bare = text.substring(0, text.length() - moment.zone().length());
            return zoned(bare, moment);
        }
        String before = say("date.year", BigInteger.ONE.subtract(moment.year()));
        return zoned(before(before, moment.year()), moment);
    }

    private String calendar(Moment moment) {
        int year = moment.year().intValueExact();
        if (moment.day() == 0) {
            return zoned(era(YearMonth.of(year, moment.month()), formats().month()), moment);
        }
        LocalDate day = LocalDate.of(year, moment.month(), moment.day());
        if (moment.time().isEmpty()) {
            return zoned(era(day, formats().day(day)), moment);
        }
        boolean midnight = moment.time().startsWith("24:00:00");
        LocalDateTime local = (midnight ? day.plusDays(1) : day)
                .atTime(midnight ? LocalTime.MIDNIGHT : LocalTime.parse(moment.time()));
        boolean whole = local.getSecond() == 0 && local.getNano() == 0;
        String clock = whole ? "HH:mm" : "HH:mm:ss";
        if (local.getNano() != 0) {
            String fraction = "%09d".formatted(local.getNano()).replaceFirst("0+$", "");
            clock += "." + "S".repeat(fraction.length());
        }
        if (moment.zone().isEmpty()) {
            return time(local, clock);
        }
        LocalDateTime there = local.atOffset(ZoneOffset.of(moment.zone()))
                .withOffsetSameInstant(ZoneOffset.UTC)
                .toLocalDateTime();
        return time(there, clock) + " UTC";
    }

    private String time(LocalDateTime time, String clock) {
        return era(time, formats().day(time)) + " "
                + DateTimeFormatter.ofPattern(clock, language.locale()).format(time);
    }

    private DateFormats formats() {
        return new DateFormats(language);
    }

    private String era(TemporalAccessor time, DateTimeFormatter format) {
        String written = format.format(time);
        int year = time.get(ChronoField.YEAR);
        return year > 0 ? written : before(written, BigInteger.valueOf(year));
    }

    /** Adds the lexical year to a year before the common era, because not every calendar counts a year 0. */
    private String before(String written, BigInteger year) {
        String sign = year.signum() < 0 ? "-" : "";
        return say("date.before", written, sign + "%04d".formatted(year.abs()));
    }

    private String zoned(String written, Moment moment) {
        return moment.zone().isEmpty()
                ? written
                : say("date.zone", written, moment.zone().equals("Z") ? "" : moment.zone());
    }

    private String say(String key, Object... values) {
        return language.messages().say(key, values);
    }
}
