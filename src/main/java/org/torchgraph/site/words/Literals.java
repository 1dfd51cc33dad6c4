package org.torchgraph.site.words;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.XSD;
import org.torchgraph.messages.Language;
import org.torchgraph.publication.evidence.Lines;
import org.torchgraph.resource.Labels;
import org.torchgraph.resource.naming.PlainText;

/** Literals as they are read in one language; what cannot be read as its datatype is shown as it stands. */
record Literals(Language language) {
    private static final Pattern WHOLE = Pattern.compile("^([+-]?\\d+)\\.0+$");
    private static final Pattern LONG = Pattern.compile("([+-]?\\d{5,})((?:\\.\\d+)?)");

    Shown show(Node literal) {
        String text = literal.getLiteralLexicalForm();
        if (PlainText.isEmpty(text)) {
            return Shown.plain(Shown.Form.TEXT, language.messages().say("value.empty"), text);
        }
        if (!literal.getLiteralLanguage().isEmpty()) {
            return Shown.prose(literal);
        }
        String datatype = literal.getLiteralDatatypeURI();
        if (datatype.equals(XSD.xboolean.getURI())) {
            return Shown.plain(Shown.Form.TEXT, truth(text), text);
        }
        if (datatype.equals(XSD.anyURI.getURI())) {
            return LocalLinks.outside(text)
                    .map(href -> Shown.link(
                            Shown.Form.TEXT, new Labels.Name(PlainText.of(text), "", "ltr"), href, true, text))
                    .orElse(Shown.plain(Shown.Form.CODE, text, text));
        }
        if (datatype.equals(XSD.hexBinary.getURI()) || datatype.equals(XSD.base64Binary.getURI())) {
            return Shown.plain(Shown.Form.CODE, text, text);
        }
        if (XSDDatatype.XSDdecimal.getURI().equals(datatype) || number(literal)) {
            return Shown.plain(Shown.Form.NUMBER, number(text), text);
        }
        Optional<String> read = new Dates(language).read(literal);
        if (read.isPresent()) {
            return Shown.plain(Shown.Form.TIME, read.get(), text.strip());
        }
        return datatype.equals(XSD.xstring.getURI()) ? string(literal) : Shown.prose(literal);
    }

    /** A few strings are signs: of comparison, of lines counted. */
    private static Shown string(Node literal) {
        String text = literal.getLiteralLexicalForm();
        String read = Lines.counted(text).map(lines -> lines.replace('-', '–')).orElse(Wording.sign(text));
        return read.equals(text) ? Shown.prose(literal) : Shown.plain(Shown.Form.TEXT, read, text);
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
        return known ? language.messages().say(yes ? "value.true" : "value.false") : text;
    }
}
