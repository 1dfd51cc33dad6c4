package org.torchgraph.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.langtagx.LangTagX;
import org.torchgraph.messages.Code;
import org.torchgraph.publication.Fault;
import org.torchgraph.publication.Location;
import org.torchgraph.publication.QueryFile;

/**
 * The {@code #+ key: value} lines at the top of a query file, which are comments in SPARQL.
 *
 * @param lines the lines by key; only {@code param} and {@code column} may have more than one
 * @param faults the lines that are wrong
 */
public record FrontMatter(Map<String, List<Line>> lines, List<Fault> faults) {
    private static final String MARK = "#+";
    private static final Set<String> REPEATED = Set.of("column", "param");

    /**
     * One line of the front matter.
     *
     * @param value the value, without white space around it
     * @param place the position of the line
     */
    public record Line(String value, Location place) {}

    /**
     * Parses the top of a file.
     *
     * @param file the query file
     * @param keys the allowed keys
     * @param texts the allowed keys with a language, such as {@code title.en}
     */
    public static FrontMatter of(QueryFile file, Set<String> keys, Set<String> texts) {
        FrontMatter matter = new FrontMatter(new TreeMap<>(), new ArrayList<>());
        boolean head = true;
        long number = 0;
        for (String line : file.text().lines().toList()) {
            number++;
            String text = line.strip();
            if (text.startsWith(MARK)) {
                matter.read(text.substring(MARK.length()), head, keys, texts, new Location(file.file(), number, 0));
            } else if (!text.startsWith("#") && !text.isEmpty()) {
                head = false;
            }
        }
        return matter;
    }

    private void read(String text, boolean head, Set<String> keys, Set<String> texts, Location place) {
        int colon = text.indexOf(':');
        String key = colon < 0 ? "" : text.substring(0, colon).strip();
        String value = text.substring(colon + 1).strip();
        if (!head) {
            faults.add(Fault.of(place, Code.HEAD_AFTER_QUERY));
        } else if (!keys.contains(key) && !isText(key, texts)) {
            faults.add(Fault.of(
                    place,
                    Code.HEAD_KEY,
                    Stream.concat(keys.stream(), texts.stream().map(name -> name + ".en"))
                            .sorted()
                            .collect(Collectors.joining(", "))));
        } else if (value.isEmpty()) {
            faults.add(Fault.of(place, Code.HEAD_EMPTY, key));
        } else if (!REPEATED.contains(key) && lines.containsKey(key)) {
            faults.add(Fault.of(place, Code.HEAD_REPEATED, key));
        } else {
            lines.computeIfAbsent(key, k -> new ArrayList<>()).add(new Line(value, place));
        }
    }

    private static boolean isText(String key, Set<String> texts) {
        int dot = key.indexOf('.');
        return dot > 0 && texts.contains(key.substring(0, dot)) && LangTagX.checkLanguageTag(key.substring(dot + 1));
    }

    /** Returns the lines of a key in the order of the file. */
    public List<Line> all(String key) {
        return lines.getOrDefault(key, List.of());
    }

    /** Returns the text of a key in each language. */
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
