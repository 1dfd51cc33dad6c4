package org.torchgraph.site.words;

import java.util.List;
import org.apache.jena.graph.Node;
import org.torchgraph.messages.Language;
import org.torchgraph.resource.Labels;
import org.torchgraph.resource.naming.PlainText;

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
public record Shown(
        Form form,
        String text,
        String lang,
        String dir,
        String href,
        boolean outside,
        String machine,
        List<Shown> parts) {
    /** A longer text is folded. */
    private static final int LONG = 1200;

    private static final int BEGINNING = 300;

    /** Its own direction, as its first strong letter has it (HTML §3.2.6.4). */
    static final String AUTO = "auto";

    /** How a value is set on the page. */
    public enum Form {
        TEXT,
        NUMBER,
        TIME,
        CODE,
        PICTURE
    }

    /** A text in the language of the page. */
    public static Shown text(String text) {
        return plain(Form.TEXT, text, text);
    }

    /** A text in a language of the site. */
    public static Shown text(String text, Language language) {
        return new Shown(Form.TEXT, text, language.tag(), null, null, false, text, List.of());
    }

    /** A text in any language, by its BCP 47 tag. */
    public static Shown text(String text, String tag) {
        return new Shown(Form.TEXT, text, tag, AUTO, null, false, text, List.of());
    }

    /** A literal as a name: on one line, and not too long. */
    static Shown name(Node literal) {
        return of(literal, PlainText.of(literal.getLiteralLexicalForm()));
    }

    /** A literal as it is written, its lines kept. */
    static Shown prose(Node literal) {
        return of(literal, literal.getLiteralLexicalForm());
    }

    private static Shown of(Node literal, String text) {
        String lang = literal.getLiteralLanguage();
        String direction = Labels.direction(literal);
        return new Shown(
                Form.TEXT,
                text,
                lang.isEmpty() ? null : lang,
                direction.isEmpty() ? AUTO : direction,
                null,
                false,
                literal.getLiteralLexicalForm(),
                List.of());
    }

    /** What leads somewhere. */
    static Shown link(Form form, Labels.Name name, String href, boolean outside, String machine) {
        String lang = name.lang().isEmpty() ? null : name.lang();
        String dir = name.direction().isEmpty() ? AUTO : name.direction();
        return new Shown(form, name.text(), lang, dir, href, outside, machine, List.of());
    }

    /** A picture, and what it shows in words. */
    public static Shown picture(String alternative, String address) {
        return new Shown(Form.PICTURE, PlainText.of(alternative), null, null, address, false, address, List.of());
    }

    /** A link in words of the page that leads away from this site. */
    public static Shown outside(String words, String href, String machine) {
        return new Shown(Form.TEXT, PlainText.of(words), null, AUTO, href, true, machine, List.of());
    }

    /** Several as one. */
    static Shown together(List<Shown> parts) {
        String text = String.join("", parts.stream().map(Shown::text).toList());
        return new Shown(Form.TEXT, PlainText.of(text), null, null, null, false, text, parts);
    }

    static Shown plain(Form form, String text, String machine) {
        return new Shown(form, text, null, null, null, false, machine, List.of());
    }

    /** The same as a link to where another one leads. */
    public Shown leadingTo(Shown other) {
        return new Shown(form, text, lang, dir, other.href, other.outside, other.machine, parts);
    }

    /** Its first line. */
    public Shown firstLine() {
        String first = text.lines().findFirst().orElse("");
        return new Shown(form, PlainText.of(first), lang, dir, href, outside, machine, parts);
    }

    /** Whether it is so long that its beginning is shown and the rest on demand. */
    public boolean isLong() {
        return form == Form.TEXT && href == null && parts.isEmpty() && text.length() > LONG;
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
        return form == Form.CODE;
    }

    public boolean number() {
        return form == Form.NUMBER;
    }

    public boolean time() {
        return form == Form.TIME;
    }

    public boolean picture() {
        return form == Form.PICTURE;
    }
}
