package org.torchgraph.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.langtagx.LangTagX;
import org.torchgraph.publication.Fault;
import org.torchgraph.publication.Location;
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
    public record Line(String value, Location place) {}

    /**
     * Reads the head of a file.
     *
     * @param what the kind of file, as faults name it
     * @param keys the keys that it may have
     * @param texts the keys that it may have in any language, as {@code title.en}
     */
    public static FrontMatter of(QueryFile file, String what, Set<String> keys, Set<String> texts) {
        FrontMatter matter = new FrontMatter(new TreeMap<>(), new ArrayList<>());
        boolean head = true;
        long number = 0;
        for (String line : file.text().lines().toList()) {
            number++;
            String text = line.strip();
            if (text.startsWith(MARK)) {
                matter.read(
                        text.substring(MARK.length()), head, what, keys, texts, new Location(file.file(), number, 0));
            } else if (!text.startsWith("#") && !text.isEmpty()) {
                head = false;
            }
        }
        return matter;
    }

    private void read(String text, boolean head, String what, Set<String> keys, Set<String> texts, Location place) {
        int colon = text.indexOf(':');
        String key = colon < 0 ? "" : text.substring(0, colon).strip();
        String value = text.substring(colon + 1).strip();
        if (!head) {
            fault(place, "a #+ line after the query has begun; move it to the head of the file");
        } else if (!keys.contains(key) && !isText(key, texts)) {
            fault(
                    place,
                    "not a key of a " + what + "; write one of "
                            + Stream.concat(keys.stream(), texts.stream().map(name -> name + ".en"))
                                    .sorted()
                                    .collect(Collectors.joining(", "))
                            + ", or one of these in another language");
        } else if (value.isEmpty()) {
            fault(place, "nothing after " + key + ":; write a value or remove the line");
        } else if (!key.equals(PARAM) && lines.containsKey(key)) {
            fault(place, "a second " + key + "; keep one");
        } else {
            lines.computeIfAbsent(key, k -> new ArrayList<>()).add(new Line(value, place));
        }
    }

    private static boolean isText(String key, Set<String> texts) {
        int dot = key.indexOf('.');
        return dot > 0 && texts.contains(key.substring(0, dot)) && LangTagX.checkLanguageTag(key.substring(dot + 1));
    }

    private void fault(Location place, String message) {
        faults.add(new Fault(place, message));
    }

    /** Lines of a key, in the order of the file. */
    public List<Line> all(String key) {
        return lines.getOrDefault(key, List.of());
    }

    /** What a text says in each language that it is given in. */
    public Map<String, String> byLanguage(String key) {
        Map<String, String> texts = new TreeMap<>();
        lines.forEach((name, given) -> {
            if (name.startsWith(key + ".")) {
                texts.put(name.substring(key.length() + 1), given.get(0).value());
            }
        });
        return texts;
    }
}
