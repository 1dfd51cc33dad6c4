package org.torchgraph.site.words;

/**
 * A node as a page shows it.
 *
 * @param form how it is set
 * @param text what is read
 * @param lang BCP 47 tag of the text, or null when it is that of the page or unknown
 * @param href where it leads, or null
 * @param outside whether it leads away from this site
 * @param machine the value as machines read it: lexical form or IRI
 */
public record Shown(Form form, String text, String lang, String href, boolean outside, String machine) {

    /** How a value is set on the page. */
    public enum Form {
        TEXT,
        NUMBER,
        TIME,
        CODE
    }

    /** A text in the language of the page. */
    public static Shown text(String text) {
        return plain(Form.TEXT, text, text);
    }

    /** A text in a language of the site. */
    public static Shown text(String text, Language language) {
        return text(text, language.tag());
    }

    /** A text in any language, by its BCP 47 tag. */
    public static Shown text(String text, String tag) {
        return new Shown(Form.TEXT, text, tag, null, false, text);
    }

    static Shown plain(Form form, String text, String machine) {
        return new Shown(form, text, null, null, false, machine);
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
}
