package org.torchgraph.site.words;

import java.util.List;
import org.apache.commons.lang3.Strings;
import org.apache.jena.graph.Node;
import org.torchgraph.messages.Language;
import org.torchgraph.messages.NumberWording;
import org.torchgraph.model.Labels;
import org.torchgraph.model.naming.PlainText;

/**
 * A node as a page shows it.
 *
 * @param form how it is formatted
 * @param text the visible text
 * @param lang the BCP 47 tag of the text, or null if it is in the page's language or unknown
 * @param dir the base direction of the text, which isolates it from its surroundings; null for words of the page
 * @param href the link target, or null
 * @param outside whether the link leaves the site
 * @param machine the machine-readable value: lexical form or IRI
 * @param parts the parts of a composed text; empty if it is not composed
 * @param sign the name of the sign before a value that tells how something stands, or null
 */
public record RenderedTerm(
        TermForm form,
        String text,
        String lang,
        String dir,
        String href,
        boolean outside,
        String machine,
        List<RenderedTerm> parts,
        String sign) {
    /** The length from which a text is folded. */
    private static final int MAX_UNFOLDED_CHARACTERS = 1200;

    private static final int BEGINNING_CHARACTERS = 300;

    /** The direction of the first strong character (HTML §3.2.6.4). */
    static final String AUTO = "auto";

    /** How a value is formatted. */
    public enum TermForm {
        TEXT,
        NUMBER,
        TIME,
        CODE,
        PICTURE
    }

    private RenderedTerm(
            TermForm form,
            String text,
            String lang,
            String dir,
            String href,
            boolean outside,
            String machine,
            List<RenderedTerm> parts) {
        this(form, text, lang, dir, href, outside, machine, parts, null);
    }

    /** Returns a text in the language of the page. */
    public static RenderedTerm text(String text) {
        return plain(TermForm.TEXT, text, text);
    }

    /** Returns a count as a language writes it. */
    public static RenderedTerm number(long count, NumberWording numbers) {
        return plain(TermForm.NUMBER, numbers.count(count), Long.toString(count));
    }

    /** Returns a link to an address outside of the site, without {@code mailto:} for those of electronic mail. */
    public static RenderedTerm address(String address) {
        return new RenderedTerm(
                TermForm.TEXT,
                Strings.CS.removeStart(address, "mailto:"),
                null,
                "ltr",
                address,
                true,
                address,
                List.of());
    }

    /** Returns a text in a site language. */
    public static RenderedTerm text(String text, Language language) {
        return text(text, language.tag());
    }

    /** Returns a text in any language, given by its BCP 47 tag. */
    public static RenderedTerm text(String text, String tag) {
        return new RenderedTerm(TermForm.TEXT, text, tag, AUTO, null, false, text, List.of());
    }

    /** Returns a literal as a name: on one line and of limited length. */
    static RenderedTerm name(Node literal) {
        return of(literal, PlainText.of(literal.getLiteralLexicalForm()));
    }

    /** Returns a literal with its line breaks. */
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

    /** Returns a link. */
    static RenderedTerm link(TermForm form, Labels.Name name, String href, boolean outside, String machine) {
        String lang = name.lang().isEmpty() ? null : name.lang();
        String dir = name.direction().isEmpty() ? AUTO : name.direction();
        return new RenderedTerm(form, name.text(), lang, dir, href, outside, machine, List.of());
    }

    RenderedTerm signed(String name) {
        return new RenderedTerm(form, text, lang, dir, href, outside, machine, parts, name);
    }

    /**
     * Returns a picture with its alternative text.
     *
     * @param address from where browsers load it
     * @param link where it leads to, or an empty text
     */
    public static RenderedTerm picture(String alternative, String address, String link) {
        return new RenderedTerm(
                TermForm.PICTURE, PlainText.of(alternative), null, null, address, false, link, List.of());
    }

    /** Returns a link that leaves the site, with a text of the page. */
    public static RenderedTerm outside(String words, String href, String machine) {
        return new RenderedTerm(TermForm.TEXT, PlainText.of(words), null, AUTO, href, true, machine, List.of());
    }

    /** Returns several terms as one. */
    static RenderedTerm together(List<RenderedTerm> parts) {
        String text = String.join("", parts.stream().map(RenderedTerm::text).toList());
        return new RenderedTerm(TermForm.TEXT, PlainText.of(text), null, null, null, false, text, parts);
    }

    static RenderedTerm plain(TermForm form, String text, String machine) {
        return new RenderedTerm(form, text, null, null, null, false, machine, List.of());
    }

    /** Returns another text in the same language and direction, without a link. */
    public RenderedTerm saying(String words) {
        return new RenderedTerm(TermForm.TEXT, PlainText.of(words), lang, dir, null, false, words, List.of());
    }

    /** Returns the same text with the link of another term. */
    public RenderedTerm leadingTo(RenderedTerm other) {
        return new RenderedTerm(form, text, lang, dir, other.href, other.outside, other.machine, parts);
    }

    /** Returns the same value with a link within the site. */
    public RenderedTerm linked(String address) {
        return new RenderedTerm(form, text, lang, dir, address, false, machine, parts, sign);
    }

    /** Returns the term reduced to its first line. */
    public RenderedTerm firstLine() {
        String first = text.lines().findFirst().orElse("");
        return new RenderedTerm(form, PlainText.of(first), lang, dir, href, outside, machine, parts);
    }

    /** Returns whether the text is folded, showing its beginning only. */
    public boolean isLong() {
        return form == TermForm.TEXT && href == null && parts.isEmpty() && text.length() > MAX_UNFOLDED_CHARACTERS;
    }

    /** Returns the beginning of the text on one line. */
    public String beginning() {
        return beginning(BEGINNING_CHARACTERS);
    }

    /**
     * Returns the beginning of the text on one line.
     *
     * @param maxCharacters the maximal length in characters
     */
    public String beginning(int maxCharacters) {
        return PlainText.of(text, maxCharacters);
    }

    /** Returns whether the term is formatted as code. */
    public boolean code() {
        return form == TermForm.CODE;
    }

    /** Returns whether the term is a number. */
    public boolean number() {
        return form == TermForm.NUMBER;
    }

    /** Returns whether the term is a date or time. */
    public boolean time() {
        return form == TermForm.TIME;
    }

    /** Returns whether the term is a picture. */
    public boolean picture() {
        return form == TermForm.PICTURE;
    }
}
