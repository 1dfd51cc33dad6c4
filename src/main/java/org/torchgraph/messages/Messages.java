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
 * The catalogue of texts in one language: {@code messages_<code>.properties} with patterns of {@link MessageFormat}.
 */
public final class Messages {
    private static final Map<Language, Messages> ALL = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            ALL.put(language, new Messages(language));
        }
    }

    private final Language language;
    private final Map<String, Pattern> sentences = new TreeMap<>();

    /**
     * A pattern.
     *
     * @param bare the text without arguments
     * @param pattern the pattern
     * @param formats the format of each argument; null if the pattern states none
     */
    private record Pattern(String bare, MessageFormat pattern, Format[] formats) {
        static Pattern of(MessageFormat pattern) {
            return new Pattern(pattern.format(new Object[0]), pattern, pattern.getFormatsByArgumentIndex());
        }

        /** Returns a copy, because formats are not safe for several threads. */
        MessageFormat own() {
            return (MessageFormat) pattern.clone();
        }
    }

    private Messages(Language language) {
        this.language = language;
        ResourceBundle bundle = ResourceBundle.getBundle(
                "org.torchgraph.messages.messages",
                Locale.forLanguageTag(language.code()),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        for (String key : bundle.keySet()) {
            sentences.put(key, Pattern.of(new MessageFormat(bundle.getString(key), language.locale())));
        }
    }

    /** Returns the language of the texts. */
    public Language language() {
        return language;
    }

    static Messages in(Language language) {
        return ALL.get(language);
    }

    /**
     * Returns the text of a key. An argument is inserted as text unless the pattern states a format; without arguments
     * the placeholders stay, as {@code {0}}.
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

    /**
     * Returns the text of a key in pieces: the text between the placeholders converted by a function, and the arguments
     * in their places.
     */
    public <T> List<T> weave(String key, Function<String, T> text, List<T> arguments) {
        Object[] places = Collections.nCopies(arguments.size(), "_").toArray();
        AttributedCharacterIterator characters = sentence(key).own().formatToCharacterIterator(places);
        List<T> pieces = new ArrayList<>();
        while (characters.getIndex() < characters.getEndIndex()) {
            Integer place = (Integer) characters.getAttribute(MessageFormat.Field.ARGUMENT);
            StringBuilder piece = new StringBuilder();
            for (int end = characters.getRunLimit(MessageFormat.Field.ARGUMENT);
                    characters.getIndex() < end;
                    characters.next()) {
                piece.append(characters.current());
            }
            pieces.add(place == null ? text.apply(piece.toString()) : arguments.get(place));
        }
        return pieces;
    }

    /** Returns the number of placeholders of a text. */
    int arguments(String key) {
        return sentence(key).formats().length;
    }

    /** Returns all keys. */
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
