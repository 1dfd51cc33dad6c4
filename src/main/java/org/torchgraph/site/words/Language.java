package org.torchgraph.site.words;

import java.util.Locale;
import java.util.regex.Pattern;
import org.torchgraph.resource.Labels;

/** A language that pages are in. */
public enum Language {
    ZH("zh", "zh-Hans", "中文", Locale.SIMPLIFIED_CHINESE),
    EN("en", "en", "English", Locale.ENGLISH);

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    private final String code;
    private final String tag;
    private final String self;
    private final Locale locale;

    Language(String code, String tag, String self, Locale locale) {
        this.code = code;
        this.tag = tag;
        this.self = self;
        this.locale = locale;
    }

    /** The language of a text without a tag, told by its script. */
    public static Language of(String text) {
        return HAN.matcher(text).find() ? ZH : EN;
    }

    /** Value of {@code ?lang=}, and the range by which literals are chosen. */
    public String code() {
        return code;
    }

    /** BCP 47 tag of the page. */
    public String tag() {
        return tag;
    }

    /** Its name in itself. */
    public String self() {
        return self;
    }

    /** Whether a text with this tag is in the language. */
    public boolean matches(String bcp47) {
        return Labels.matches(bcp47, code);
    }

    public Language other() {
        return this == ZH ? EN : ZH;
    }

    /** The texts of the pages in this language. */
    public Texts texts() {
        return Texts.in(this);
    }

    Locale locale() {
        return locale;
    }
}
