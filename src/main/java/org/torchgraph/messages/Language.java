package org.torchgraph.messages;

import java.text.Bidi;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** A language of the program's texts, which has a catalogue of them. Two are equal if they have the same code. */
public final class Language {
    /** English, whose catalogue is whole: other catalogues have its texts where their own are missing. */
    public static final Language EN = bundled("en");

    /** Chinese. */
    public static final Language ZH = bundled("zh");

    /** The languages of texts without a tag, which are told apart by their script. */
    public static final List<Language> BY_SCRIPT = List.of(ZH, EN);

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    private final String code;
    private final Optional<Language> otherwise;
    private final Supplier<Map<String, String>> texts;
    private volatile Messages messages;
    private volatile NumberWording numbers;

    private Language(String code, Optional<Language> otherwise, Supplier<Map<String, String>> texts) {
        this.code = code;
        this.otherwise = otherwise;
        this.texts = texts;
    }

    /** Returns a language whose catalogue comes with the program and is read when it is needed. */
    static Language bundled(String code) {
        Optional<Language> otherwise = code.equals("en") ? Optional.empty() : Optional.of(EN);
        return new Language(code, otherwise, () -> CatalogueText.bundled(code));
    }

    /**
     * Returns a language with a catalogue of its own.
     *
     * @param code the language tag that the name of its catalogue has
     * @param texts patterns by key
     * @param otherwise has the texts that are missing
     */
    public static Language of(String code, Map<String, String> texts, Language otherwise) {
        return new Language(code, Optional.of(otherwise), () -> texts);
    }

    /** Returns which of {@link #BY_SCRIPT} a text without a tag is in. */
    public static Language of(String text) {
        return HAN.matcher(text).find() ? ZH : EN;
    }

    /**
     * Returns the value of {@code ?lang=} and {@code --lang}, which is also the range by which literals are selected.
     */
    public String code() {
        return code;
    }

    /** Returns the BCP 47 tag of texts in the language. */
    public String tag() {
        return messages().own("language.tag").orElse(code);
    }

    /** Returns the name of the language in itself. */
    public String self() {
        return messages().own("language.name").orElseGet(() -> {
            Locale locale = Locale.forLanguageTag(code);
            return locale.getDisplayName(locale);
        });
    }

    /** Returns whether the language is written from right to left, as its name shows. */
    public boolean isRightToLeft() {
        return !new Bidi(self(), Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
    }

    /** Returns the direction in which pages in the language are written, {@code ltr} or {@code rtl}. */
    public String direction() {
        return isRightToLeft() ? "rtl" : "ltr";
    }

    /** Returns the language of names that stand beside those in this one. */
    public Language other() {
        return equals(EN) ? ZH : EN;
    }

    /**
     * Returns which text a reader of this language gets: that in it, else in English, else the first by language.
     *
     * @param byCode texts by the code of their language
     * @return the text with its code; empty if there is none
     */
    public <T> Optional<Map.Entry<String, T>> best(Map<String, T> byCode) {
        return byCode.entrySet().stream()
                .min(Comparator.<Map.Entry<String, T>, Boolean>comparing(
                                text -> !text.getKey().equals(code))
                        .thenComparing(text -> !text.getKey().equals(EN.code))
                        .thenComparing(Map.Entry::getKey));
    }

    /** Returns the catalogue of the language. */
    public Messages messages() {
        Messages known = messages;
        if (known == null) {
            known = new Messages(this, texts.get(), otherwise.map(Language::messages));
            messages = known;
        }
        return known;
    }

    /** Returns how the language writes numbers. */
    public NumberWording numbers() {
        NumberWording known = numbers;
        if (known == null) {
            known = new NumberWording(locale());
            numbers = known;
        }
        return known;
    }

    /** Returns the locale for formatting numbers and dates, with the digits that the data have. */
    public Locale locale() {
        return Locale.forLanguageTag(code + "-u-nu-latn");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Language language && language.code.equals(code);
    }

    @Override
    public int hashCode() {
        return code.hashCode();
    }

    /** Returns the code. */
    @Override
    public String toString() {
        return code;
    }
}
