package org.torchgraph.model.term;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;

/**
 * A point of time in XML Schema form: a year, month, day or time of day in any year (XML Schema Datatypes 1.1 §3.3.7 to
 * §3.3.12).
 *
 * @param year the year, where 0 is the year before year 1
 * @param month the month, or 0 if there is none
 * @param day the day, or 0 if there is none
 * @param time the time of day as written, or an empty text
 * @param zone the time zone as written, {@code Z} or an offset, or an empty text
 */
public record Moment(BigInteger year, int month, int day, String time, String zone) {
    private static final Pattern WRITTEN = Pattern.compile(
            "(-?\\d{4,})(?:-(\\d\\d)(?:-(\\d\\d)(?:T(\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?))?)?)?(Z|[+-]\\d\\d:\\d\\d)?");

    /** Parses a literal of a datatype with a year; empty for other datatypes and for invalid lexical forms. */
    public static Optional<Moment> of(RDFDatatype type, String text) {
        Matcher written = WRITTEN.matcher(text.strip());
        if (!written.matches()) {
            return Optional.empty();
        }
        int parts = written.group(4) != null ? 4 : written.group(3) != null ? 3 : written.group(2) != null ? 2 : 1;
        int wanted = XSDDatatype.XSDdateTime.equals(type) || XSDDatatype.XSDdateTimeStamp.equals(type)
                ? 4
                : XSDDatatype.XSDdate.equals(type)
                        ? 3
                        : XSDDatatype.XSDgYearMonth.equals(type) ? 2 : XSDDatatype.XSDgYear.equals(type) ? 1 : 0;
        if (parts != wanted) {
            return Optional.empty();
        }
        return Optional.of(new Moment(
                new BigInteger(written.group(1)),
                parts > 1 ? Integer.parseInt(written.group(2)) : 0,
                parts > 2 ? Integer.parseInt(written.group(3)) : 0,
                parts > 3 ? written.group(4) : "",
                written.group(5) == null ? "" : written.group(5)));
    }

    /** Returns the seconds from the start of year 0 to the start of the moment; without a zone UTC is assumed. */
    BigDecimal seconds() {
        BigInteger days = year.multiply(BigInteger.valueOf(365))
                .add(leaps())
                .add(BigInteger.valueOf(Math.max(0, dayOfYear() - 1)));
        String[] clock = (time.isEmpty() ? "00:00:00" : time).split(":");
        return new BigDecimal(days)
                .multiply(BigDecimal.valueOf(86_400))
                .add(BigDecimal.valueOf(Long.parseLong(clock[0]) * 3600 + Long.parseLong(clock[1]) * 60))
                .add(new BigDecimal(clock[2]))
                .subtract(BigDecimal.valueOf(offset()));
    }

    /** Returns the offset of the time zone in seconds. */
    private long offset() {
        if (zone.length() < 6) {
            return 0;
        }
        long seconds = Long.parseLong(zone.substring(1, 3)) * 3600 + Long.parseLong(zone.substring(4)) * 60;
        return zone.charAt(0) == '-' ? -seconds : seconds;
    }

    private BigInteger leaps() {
        BigInteger before = year.subtract(BigInteger.ONE);
        return floor(before, 4).subtract(floor(before, 100)).add(floor(before, 400));
    }

    private static BigInteger floor(BigInteger number, int by) {
        BigInteger[] parts = number.divideAndRemainder(BigInteger.valueOf(by));
        return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }

    private int dayOfYear() {
        boolean leap = year.mod(BigInteger.valueOf(4)).signum() == 0
                && (year.mod(BigInteger.valueOf(100)).signum() != 0
                        || year.mod(BigInteger.valueOf(400)).signum() == 0);
        int[] lengths = {31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
        int all = day == 0 ? 1 : day;
        for (int i = 0; i < Math.min(12, month) - 1; i++) {
            all += lengths[i];
        }
        return all;
    }
}
