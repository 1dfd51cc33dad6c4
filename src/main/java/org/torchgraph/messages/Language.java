package org.torchgraph.messages;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A language of the program's texts. */
public enum Language {
    ZH("zh", "zh-Hans", "中文", Locale.SIMPLIFIED_CHINESE),
    EN("en", "en", "English", Locale.ENGLISH);

    /** The codes of all languages; the first is the default. */
    public static final List<String> CODES = List.of(EN.code, ZH.code);

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

    /** Returns the language of a text without a tag, by its script. */
    public static Language of(String text) {
        return HAN.matcher(text).find() ? ZH : EN;
    }

    /** Returns the language with one of the {@link #CODES}. */
    public static Language coded(String code) {
        return Stream.of(values())
                .filter(language -> language.code.equals(code))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Returns the value of {@code ?lang=} and {@code --lang}, which is also the range by which literals are selected.
     */
    public String code() {
        return code;
    }

    /** Returns the BCP 47 tag of texts in the language. */
    public String tag() {
        return tag;
    }

    /** Returns the name of the language in itself. */
    public String self() {
        return self;
    }

    /** Returns the other language. */
    public Language other() {
        return this == ZH ? EN : ZH;
    }

    /** Returns the catalogue of the language. */
    public Messages messages() {
        return Messages.in(this);
    }

    /** Returns the locale for formatting numbers and dates. */
    public Locale locale() {
        return locale;
    }
}
