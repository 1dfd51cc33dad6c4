package org.torchgraph.messages;

import java.math.BigDecimal;
import java.text.AttributedCharacterIterator;
import java.text.Format;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The catalogue of texts in one language: patterns of {@link MessageFormat} by key. A text that it does not have is
 * that of another catalogue.
 */
public final class Messages {
    /** Stands before a text that is in English because the language lacks it; no character (Unicode 23.7). */
    public static final char FOREIGN = '\uFDD0';

    /** Stands after such a text. */
    public static final char OWN = '\uFDD1';

    private final Language language;
    private final Map<String, String> patterns;
    private final Optional<Messages> otherwise;
    private final boolean marks;
    private final boolean isWhole;
    private final Map<String, Pattern> sentences;

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

    /**
     * @param patterns by key
     * @param otherwise has the texts that are missing
     */
    Messages(Language language, Map<String, String> patterns, Optional<Messages> otherwise) {
        this(language, Map.copyOf(patterns), otherwise, false, new ConcurrentHashMap<>());
    }

    private Messages(
            Language language,
            Map<String, String> patterns,
            Optional<Messages> otherwise,
            boolean marks,
            Map<String, Pattern> sentences) {
        this.language = language;
        this.patterns = patterns;
        this.otherwise = otherwise;
        this.marks = marks;
        this.sentences = sentences;
        this.isWhole = otherwise.isEmpty() || missing().isEmpty();
    }

    /**
     * Returns this catalogue, which puts texts that are in English instead between {@link #FOREIGN} and {@link #OWN},
     * or itself if it has all texts.
     */
    public Messages marking() {
        return isWhole() ? this : new Messages(language, patterns, otherwise, true, sentences);
    }

    /** Returns whether the language has all texts. */
    public boolean isWhole() {
        return isWhole;
    }

    /** Returns the language of the texts. */
    public Language language() {
        return language;
    }

    /** Returns a text of this catalogue itself. */
    Optional<String> own(String key) {
        return patterns.containsKey(key)
                ? Optional.of(say(key))
                : otherwise.filter(other -> other.language.equals(language)).flatMap(other -> other.own(key));
    }

    /**
     * Returns the text of a key. An argument is inserted as text unless the pattern states a format, days, times and
     * {@link BigDecimal} as the language writes them; without arguments the placeholders stay, as {@code {0}}.
     */
    public String say(String key, Object... arguments) {
        String said = said(key, arguments);
        return marks && isForeign(key) ? FOREIGN + said + OWN : said;
    }

    private boolean isForeign(String key) {
        return !patterns.containsKey(key)
                && otherwise
                        .filter(other -> !other.language.equals(language) || other.isForeign(key))
                        .isPresent();
    }

    private String said(String key, Object... arguments) {
        Pattern sentence = sentence(key);
        if (arguments.length == 0) {
            return sentence.bare();
        }
        Object[] shown = arguments.clone();
        for (int i = 0; i < shown.length; i++) {
            boolean formatted = i < sentence.formats().length && sentence.formats()[i] != null;
            shown[i] = formatted ? shown[i] : text(shown[i]);
        }
        return sentence.own().format(shown);
    }

    private String text(Object argument) {
        DateFormats dates = new DateFormats(language);
        return switch (argument) {
            case LocalDate day -> dates.within(day);
            case Instant time -> dates.within(time);
            case BigDecimal number -> language.numbers().number(number.toPlainString());
            case null, default -> String.valueOf(argument);
        };
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

    /** Returns the pattern of a text that this catalogue itself has. */
    String pattern(String key) {
        return patterns.get(key);
    }

    /** Returns the keys of this catalogue itself that the English one does not have. */
    public Set<String> unknown() {
        Set<String> unknown = new TreeSet<>(patterns.keySet());
        unknown.removeAll(Language.EN.messages().keys());
        return unknown;
    }

    /** Returns the keys of this catalogue itself with an apostrophe that is not shown, since it quotes nothing. */
    public Set<String> apostrophes() {
        return patterns.entrySet().stream()
                .filter(text -> CataloguePattern.hidesApostrophe(text.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns all keys. */
    public Set<String> keys() {
        Set<String> keys = new TreeSet<>(patterns.keySet());
        otherwise.ifPresent(other -> keys.addAll(other.keys()));
        return keys;
    }

    /** Returns the keys whose texts are in another language, because this one has none. */
    public Set<String> missing() {
        return otherwise
                .map(other -> {
                    Set<String> keys = other.language.equals(language) ? other.missing() : other.keys();
                    Set<String> missing = new TreeSet<>(keys);
                    missing.removeAll(patterns.keySet());
                    return missing;
                })
                .orElseGet(TreeSet::new);
    }

    private Pattern sentence(String key) {
        Pattern known = sentences.get(key);
        if (known != null) {
            return known;
        }
        String pattern = patterns.get(key);
        if (pattern == null && otherwise.isEmpty()) {
            throw new IllegalArgumentException("No message " + key);
        }
        Pattern sentence = pattern == null
                ? otherwise.get().sentence(key)
                : Pattern.of(new MessageFormat(pattern, language.locale()));
        sentences.put(key, sentence);
        return sentence;
    }
}
