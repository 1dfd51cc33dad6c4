package org.torchgraph.site.words;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.XSD;
import org.torchgraph.publication.evidence.Lines;

/** Literals as they are read in one language; what cannot be read as its datatype is shown as it stands. */
record Literals(Language language) {
    private static final Pattern WHOLE = Pattern.compile("^([+-]?\\d+)\\.0+$");
    private static final Pattern LONG = Pattern.compile("([+-]?\\d{5,})((?:\\.\\d+)?)");

    Shown show(Node literal) {
        String text = literal.getLiteralLexicalForm();
        if (!literal.getLiteralLanguage().isEmpty()) {
            return new Shown(Shown.Form.TEXT, text, literal.getLiteralLanguage(), null, false, text);
        }
        String datatype = literal.getLiteralDatatypeURI();
        if (datatype.equals(XSD.xboolean.getURI())) {
            return Shown.plain(Shown.Form.TEXT, truth(text), text);
        }
        if (datatype.equals(XSD.anyURI.getURI())) {
            return LocalLinks.outside(text)
                    .map(href -> new Shown(Shown.Form.TEXT, text, null, href, true, text))
                    .orElse(Shown.plain(Shown.Form.CODE, text, text));
        }
        if (datatype.equals(XSD.hexBinary.getURI()) || datatype.equals(XSD.base64Binary.getURI())) {
            return Shown.plain(Shown.Form.CODE, text, text);
        }
        if (XSDDatatype.XSDdecimal.getURI().equals(datatype) || number(literal)) {
            return Shown.plain(Shown.Form.NUMBER, number(text), text);
        }
        return time(datatype, text);
    }

    /**
     * Digits in threes where there are five or more before the point; four may be a year. That nothing follows the
     * point is how RDF writes a whole number as a decimal.
     */
    static String number(String text) {
        String plain = WHOLE.matcher(text).replaceFirst("$1");
        Matcher number = LONG.matcher(plain);
        return number.matches() ? number.group(1).replaceAll("(?<=\\d)(?=(\\d{3})+$)", ",") + number.group(2) : plain;
    }

    private static boolean number(Node literal) {
        return literal.getLiteral().isWellFormed() && literal.getLiteral().getValue() instanceof Number;
    }

    private String truth(String text) {
        boolean known = text.equals("true") || text.equals("1") || text.equals("false") || text.equals("0");
        boolean yes = text.equals("true") || text.equals("1");
        return known ? language.texts().say(yes ? "value.true" : "value.false") : text;
    }

    private Shown time(String datatype, String text) {
        try {
            if (datatype.equals(XSD.date.getURI())) {
                return at(text, "date.day", LocalDate.parse(text.substring(0, Math.min(10, text.length()))));
            }
            if (datatype.equals(XSD.gYearMonth.getURI())) {
                return at(text, "date.month", YearMonth.parse(text));
            }
            if (datatype.equals(XSD.dateTime.getURI())) {
                return at(text, "date.time", moment(text));
            }
        } catch (DateTimeParseException e) {
            return Shown.plain(Shown.Form.TEXT, text, text);
        }
        if (datatype.equals(XSD.xstring.getURI())) {
            String read =
                    Lines.counted(text).map(lines -> lines.replace('-', '–')).orElse(Wording.sign(text));
            return Shown.plain(Shown.Form.TEXT, read, text);
        }
        boolean year = datatype.equals(XSD.gYear.getURI());
        return Shown.plain(year ? Shown.Form.TIME : Shown.Form.TEXT, text, text);
    }

    private static OffsetDateTime moment(String text) {
        boolean zoned = text.endsWith("Z") || text.matches(".*[+-][0-9]{2}:[0-9]{2}");
        return OffsetDateTime.parse(zoned ? text : text + "Z").withOffsetSameInstant(ZoneOffset.UTC);
    }

    private Shown at(String text, String pattern, TemporalAccessor time) {
        String written = DateTimeFormatter.ofPattern(language.texts().say(pattern), language.locale())
                .format(time);
        return Shown.plain(Shown.Form.TIME, written, text);
    }
}
