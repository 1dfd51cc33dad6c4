package org.torchgraph.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.torchgraph.publication.Fault;
import org.torchgraph.publication.Place;
import org.torchgraph.publication.QueryFile;

/**
 * The {@code #+ key: value} lines at the head of a query file, legal comments of SPARQL.
 *
 * @param lines by key; only {@code param} may have more than one
 * @param faults lines that say nothing
 */
public record FrontMatter(Map<String, List<Line>> lines, List<Fault> faults) {
    private static final String MARK = "#+";
    private static final String PARAM = "param";

    /**
     * One line.
     *
     * @param value without white space around it
     * @param place of the line
     */
    public record Line(String value, Place place) {}

    /**
     * Reads the head of a file.
     *
     * @param what the kind of file, as faults name it
     * @param keys the keys that it may have
     */
    public static FrontMatter of(QueryFile file, String what, Set<String> keys) {
        FrontMatter matter = new FrontMatter(new TreeMap<>(), new ArrayList<>());
        boolean head = true;
        long number = 0;
        for (String line : file.text().lines().toList()) {
            number++;
            String text = line.strip();
            if (text.startsWith(MARK)) {
                matter.read(text.substring(MARK.length()), head, what, keys, new Place(file.file(), number, 0));
            } else if (!text.startsWith("#") && !text.isEmpty()) {
                head = false;
            }
        }
        return matter;
    }

    private void read(String text, boolean head, String what, Set<String> keys, Place place) {
        int colon = text.indexOf(':');
        String key = colon < 0 ? "" : text.substring(0, colon).strip();
        String value = text.substring(colon + 1).strip();
        if (!head) {
            fault(place, "a #+ line after the query has begun; move it to the head of the file");
        } else if (!keys.contains(key)) {
            fault(
                    place,
                    "not a key of a " + what + "; write one of "
                            + String.join(", ", keys.stream().sorted().toList()));
        } else if (value.isEmpty()) {
            fault(place, "nothing after " + key + ":; write a value or remove the line");
        } else if (!key.equals(PARAM) && lines.containsKey(key)) {
            fault(place, "a second " + key + "; keep one");
        } else {
            lines.computeIfAbsent(key, k -> new ArrayList<>()).add(new Line(value, place));
        }
    }

    private void fault(Place place, String message) {
        faults.add(new Fault(place, message));
    }

    /** Lines of a key, in the order of the file. */
    public List<Line> all(String key) {
        return lines.getOrDefault(key, List.of());
    }

    /** The values of {@code key.en} and {@code key.zh} that there are. */
    public Map<String, String> byLanguage(String key) {
        Map<String, String> texts = new TreeMap<>();
        for (String language : List.of("en", "zh")) {
            all(key + "." + language).forEach(line -> texts.put(language, line.value()));
        }
        return texts;
    }
}
