package org.torchgraph.site.words;

import java.util.List;
import org.apache.jena.graph.Node;
import org.torchgraph.messages.Language;
import org.torchgraph.model.Labels;
import org.torchgraph.model.naming.PlainText;

/**
 * A node as a page shows it.
 *
 * @param form how it is set
 * @param text what is read
 * @param lang BCP 47 tag of the text, or null when it is that of the page or unknown
 * @param dir direction of the text, so that it turns nothing beside it; null when it is a word of the page
 * @param href where it leads, or null
 * @param outside whether it leads away from this site
 * @param machine the value as machines read it: lexical form or IRI
 * @param parts what it is put together of, words of the page among them; none when it is one thing
 */
public record RenderedTerm(
        TermForm form,
        String text,
        String lang,
        String dir,
        String href,
        boolean outside,
        String machine,
        List<RenderedTerm> parts) {
    /** A longer text is folded. */
    private static final int LONG = 1200;

    private static final int BEGINNING = 300;

    /** Its own direction, as its first strong letter has it (HTML §3.2.6.4). */
    static final String AUTO = "auto";

    /** How a value is set on the page. */
    public enum TermForm {
        TEXT,
        NUMBER,
        TIME,
        CODE,
        PICTURE
    }

    /** A text in the language of the page. */
    public static RenderedTerm text(String text) {
        return plain(TermForm.TEXT, text, text);
    }

    /** A text in a language of the site. */
    public static RenderedTerm text(String text, Language language) {
        return new RenderedTerm(TermForm.TEXT, text, language.tag(), null, null, false, text, List.of());
    }

    /** A text in any language, by its BCP 47 tag. */
    public static RenderedTerm text(String text, String tag) {
        return new RenderedTerm(TermForm.TEXT, text, tag, AUTO, null, false, text, List.of());
    }

    /** A literal as a name: on one line, and not too long. */
    static RenderedTerm name(Node literal) {
        return of(literal, PlainText.of(literal.getLiteralLexicalForm()));
    }

    /** A literal as it is written, its lines kept. */
    static RenderedTerm prose(Node literal) {
        return of(literal, literal.getLiteralLexicalForm());
    }

    private static RenderedTerm of(Node literal, String text) {
        String lang = literal.getLiteralLanguage();
        String direction = Labels.direction(literal);
        return new RenderedTerm(
                TermForm.TEXT,
                text,
                lang.isEmpty() ? null : lang,
                direction.isEmpty() ? AUTO : direction,
                null,
                false,
                literal.getLiteralLexicalForm(),
                List.of());
    }

    /** What leads somewhere. */
    static RenderedTerm link(TermForm form, Labels.Name name, String href, boolean outside, String machine) {
        String lang = name.lang().isEmpty() ? null : name.lang();
        String dir = name.direction().isEmpty() ? AUTO : name.direction();
        return new RenderedTerm(form, name.text(), lang, dir, href, outside, machine, List.of());
    }

    /** A picture, and what it shows in words. */
    public static RenderedTerm picture(String alternative, String address) {
        return new RenderedTerm(
                TermForm.PICTURE, PlainText.of(alternative), null, null, address, false, address, List.of());
    }

    /** A link in words of the page that leads away from this site. */
    public static RenderedTerm outside(String words, String href, String machine) {
        return new RenderedTerm(TermForm.TEXT, PlainText.of(words), null, AUTO, href, true, machine, List.of());
    }

    /** Several as one. */
    static RenderedTerm together(List<RenderedTerm> parts) {
        String text = String.join("", parts.stream().map(RenderedTerm::text).toList());
        return new RenderedTerm(TermForm.TEXT, PlainText.of(text), null, null, null, false, text, parts);
    }

    static RenderedTerm plain(TermForm form, String text, String machine) {
        return new RenderedTerm(form, text, null, null, null, false, machine, List.of());
    }

    /** The same as a link to where another one leads. */
    public RenderedTerm leadingTo(RenderedTerm other) {
        return new RenderedTerm(form, text, lang, dir, other.href, other.outside, other.machine, parts);
    }

    /** Its first line. */
    public RenderedTerm firstLine() {
        String first = text.lines().findFirst().orElse("");
        return new RenderedTerm(form, PlainText.of(first), lang, dir, href, outside, machine, parts);
    }

    /** Whether it is so long that its beginning is shown and the rest on demand. */
    public boolean isLong() {
        return form == TermForm.TEXT && href == null && parts.isEmpty() && text.length() > LONG;
    }

    /** Its beginning, on one line. */
    public String beginning() {
        return beginning(BEGINNING);
    }

    /** @param most characters */
    public String beginning(int most) {
        return PlainText.of(text, most);
    }

    public boolean code() {
        return form == TermForm.CODE;
    }

    public boolean number() {
        return form == TermForm.NUMBER;
    }

    public boolean time() {
        return form == TermForm.TIME;
    }

    public boolean picture() {
        return form == TermForm.PICTURE;
    }
}
