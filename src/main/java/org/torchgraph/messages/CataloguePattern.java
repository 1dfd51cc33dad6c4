package org.torchgraph.messages;

import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.lang3.StringUtils;

/**
 * A pattern of a catalogue that is not the program's, which is compared with the English one.
 *
 * @param key the key
 * @param pattern the pattern
 */
public record CataloguePattern(String key, String pattern) {
    private static final int[] NUMBERS = {0, 1, 2, 1000};
    private static final Set<String> DATES = Set.of("date.day", "date.month", "date.within");

    /** Returns whether the program has such a text. */
    public boolean isKnown() {
        return Language.EN.messages().pattern(key) != null;
    }

    /** Returns why the pattern cannot be used in place of the English one; empty if it can. */
    public Optional<Message> fault() {
        SortedMap<Integer, Boolean> wanted = places(Language.EN.messages().pattern(key));
        SortedMap<Integer, Boolean> found = places(pattern);
        if (!found.keySet().equals(wanted.keySet())) {
            return Optional.of(Message.of(Code.CATALOGUE_PLACES, key, list(found), list(wanted)));
        }
        try {
            Messages alone = new Messages(Language.EN, Map.of(key, pattern), Optional.empty());
            for (int number : NUMBERS) {
                Object[] arguments = wanted.values().stream()
                        .map(isNumber -> isNumber ? (Object) number : "x")
                        .toArray();
                alone.say(key, arguments);
            }
            if (DATES.contains(key)) {
                DateTimeFormatter.ofPattern(alone.say(key));
            }
            return Optional.empty();
        } catch (IllegalArgumentException wrong) {
            return Optional.of(Message.of(Code.CATALOGUE_PATTERN, key, String.valueOf(wrong.getMessage())));
        }
    }

    private static String list(SortedMap<Integer, Boolean> places) {
        return places.isEmpty()
                ? "–"
                : places.keySet().stream().map(place -> "{" + place + "}").collect(Collectors.joining(" "));
    }

    /** Returns whether an apostrophe stands alone in a pattern and quotes no brace, as in {@code l'altra}. */
    static boolean hidesApostrophe(String pattern) {
        String[] pieces = pattern.replace("''", "").split("'", -1);
        return IntStream.range(0, pieces.length)
                .filter(at -> at % 2 == 1)
                .anyMatch(at -> StringUtils.containsNone(pieces[at], "{}"));
    }

    /** Returns the numbers of the placeholders, those in choices too, and whether one has a format. */
    private static SortedMap<Integer, Boolean> places(String pattern) {
        SortedMap<Integer, Boolean> places = new TreeMap<>();
        boolean quoted = false;
        for (int at = 0; at < pattern.length(); at++) {
            quoted ^= pattern.charAt(at) == '\'';
            int end = at + 1;
            while (end < pattern.length() && Character.isDigit(pattern.charAt(end))) {
                end++;
            }
            if (!quoted && pattern.charAt(at) == '{' && end > at + 1 && end < at + 4 && end < pattern.length()) {
                places.merge(
                        Integer.valueOf(pattern.substring(at + 1, end)),
                        pattern.charAt(end) == ',',
                        Boolean::logicalOr);
            }
        }
        return places;
    }
}
