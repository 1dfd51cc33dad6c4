package org.torchgraph.messages;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A language that the program speaks. */
public enum Language {
    ZH("zh", "zh-Hans", "中文", Locale.SIMPLIFIED_CHINESE),
    EN("en", "en", "English", Locale.ENGLISH);

    /** The codes of all languages; the first is spoken to those who ask for no language. */
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

    /** The language of a text without a tag, told by its script. */
    public static Language of(String text) {
        return HAN.matcher(text).find() ? ZH : EN;
    }

    /** The language that has one of {@link #CODES}. */
    public static Language coded(String code) {
        return Stream.of(values())
                .filter(language -> language.code.equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** Value of {@code ?lang=} and {@code --lang}, and the range by which literals are chosen. */
    public String code() {
        return code;
    }

    /** BCP 47 tag of what is written in the language. */
    public String tag() {
        return tag;
    }

    /** Its name in itself. */
    public String self() {
        return self;
    }

    public Language other() {
        return this == ZH ? EN : ZH;
    }

    /** The words of the program in this language. */
    public Messages messages() {
        return Messages.in(this);
    }

    public Locale locale() {
        return locale;
    }
}
