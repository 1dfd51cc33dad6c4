package org.torchgraph.site.words;

import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.XSD;
import org.torchgraph.messages.Language;
import org.torchgraph.model.Labels;
import org.torchgraph.model.naming.PlainText;
import org.torchgraph.publication.evidence.LineRange;

/** Renders literals in one language; a literal that is invalid for its datatype is shown unchanged. */
record Literals(Language language) {
    RenderedTerm show(Node literal) {
        String text = literal.getLiteralLexicalForm();
        if (PlainText.isEmpty(text)) {
            return RenderedTerm.plain(
                    RenderedTerm.TermForm.TEXT, language.messages().say("value.empty"), text);
        }
        if (!literal.getLiteralLanguage().isEmpty()) {
            return RenderedTerm.prose(literal);
        }
        String datatype = literal.getLiteralDatatypeURI();
        if (datatype.equals(XSD.xboolean.getURI())) {
            return RenderedTerm.plain(RenderedTerm.TermForm.TEXT, truth(text), text);
        }
        if (datatype.equals(XSD.anyURI.getURI())) {
            return LocalLinks.outside(text)
                    .map(href -> RenderedTerm.link(
                            RenderedTerm.TermForm.TEXT,
                            new Labels.Name(PlainText.of(text), "", "ltr"),
                            href,
                            true,
                            text))
                    .orElse(RenderedTerm.plain(RenderedTerm.TermForm.CODE, text, text));
        }
        if (datatype.equals(XSD.hexBinary.getURI()) || datatype.equals(XSD.base64Binary.getURI())) {
            return RenderedTerm.plain(RenderedTerm.TermForm.CODE, text, text);
        }
        if (XSDDatatype.XSDdecimal.getURI().equals(datatype) || number(literal)) {
            return RenderedTerm.plain(
                    RenderedTerm.TermForm.NUMBER, language.numbers().number(text), text);
        }
        Optional<String> read = new DateWording(language).read(literal);
        if (read.isPresent()) {
            return RenderedTerm.plain(RenderedTerm.TermForm.TIME, read.get(), text.strip());
        }
        return datatype.equals(XSD.xstring.getURI()) ? string(literal) : RenderedTerm.prose(literal);
    }

    /** Renders strings, some of which are comparison operators or line ranges. */
    private static RenderedTerm string(Node literal) {
        String text = literal.getLiteralLexicalForm();
        String read =
                LineRange.counted(text).map(lines -> lines.replace('-', '–')).orElse(TermRenderer.sign(text));
        return read.equals(text)
                ? RenderedTerm.prose(literal)
                : RenderedTerm.plain(RenderedTerm.TermForm.TEXT, read, text);
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
