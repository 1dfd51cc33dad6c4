package org.torchgraph.messages;

import java.text.AttributedCharacterIterator;
import java.text.Format;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The catalogue of what the program says in one language: {@code messages_<code>.properties}, by key a pattern of
 * {@link MessageFormat}.
 */
public final class Messages {
    private static final Map<Language, Messages> ALL = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            ALL.put(language, new Messages(language));
        }
    }

    private final Map<String, Pattern> sentences = new TreeMap<>();

    /**
     * A pattern.
     *
     * @param bare with no argument filled in
     * @param formats how each argument is formatted; null where the pattern does not say
     */
    private record Pattern(String bare, MessageFormat pattern, Format[] formats) {
        static Pattern of(MessageFormat pattern) {
            return new Pattern(pattern.format(new Object[0]), pattern, pattern.getFormatsByArgumentIndex());
        }

        /** Formats are not safe for use by several threads. */
        MessageFormat own() {
            return (MessageFormat) pattern.clone();
        }
    }

    private Messages(Language language) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                "org.torchgraph.messages.messages",
                Locale.forLanguageTag(language.code()),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        for (String key : bundle.keySet()) {
            sentences.put(key, Pattern.of(new MessageFormat(bundle.getString(key), language.locale())));
        }
    }

    static Messages in(Language language) {
        return ALL.get(language);
    }

    /**
     * The sentence of a key. An argument stands in it as it is, unless the pattern says how it is formatted; without
     * arguments their places stay, as {@code {0}}.
     */
    public String say(String key, Object... arguments) {
        Pattern sentence = sentence(key);
        if (arguments.length == 0) {
            return sentence.bare();
        }
        Object[] shown = arguments.clone();
        for (int i = 0; i < shown.length; i++) {
            boolean formatted = i < sentence.formats().length && sentence.formats()[i] != null;
            shown[i] = formatted ? shown[i] : String.valueOf(shown[i]);
        }
        return sentence.own().format(shown);
    }

    /** The sentence of a key in pieces: its own text, and the arguments where they stand. */
    public <T> List<T> weave(String key, Function<String, T> text, List<T> arguments) {
        Object[] places = Collections.nCopies(arguments.size(), "_").toArray();
        AttributedCharacterIterator said = sentence(key).own().formatToCharacterIterator(places);
        List<T> pieces = new ArrayList<>();
        while (said.getIndex() < said.getEndIndex()) {
            Integer place = (Integer) said.getAttribute(MessageFormat.Field.ARGUMENT);
            StringBuilder piece = new StringBuilder();
            for (int end = said.getRunLimit(MessageFormat.Field.ARGUMENT); said.getIndex() < end; said.next()) {
                piece.append(said.current());
            }
            pieces.add(place == null ? text.apply(piece.toString()) : arguments.get(place));
        }
        return pieces;
    }

    /** How many arguments a sentence has. */
    int arguments(String key) {
        return sentence(key).formats().length;
    }

    /** All keys. */
    public Set<String> keys() {
        return sentences.keySet();
    }

    private Pattern sentence(String key) {
        Pattern sentence = sentences.get(key);
        if (sentence == null) {
            throw new IllegalArgumentException("No message " + key);
        }
        return sentence;
    }
}
