package org.torchgraph.site.brief;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.vocabulary.DCAT;
import org.torchgraph.model.Description;
import org.torchgraph.model.Statement;
import org.torchgraph.site.cite.Citation;
import org.torchgraph.site.frame.PageContext;
import org.torchgraph.site.thing.ClaimView;
import org.torchgraph.site.thing.SourcePassages;
import org.torchgraph.site.words.RenderedTerm;

/** Numbers the sources of a brief in the order in which they are first cited. */
public final class BriefSources {
    private static final Pattern RANGE = Pattern.compile("(\\d{1,9})(?:–(\\d{1,9}))?");

    private final Map<RenderedTerm, Cited> cited = new LinkedHashMap<>();

    private record Cited(int number, List<String> lines) {}

    /**
     * A source in the list at the end.
     *
     * @param number its number
     * @param name its name
     * @param authors who published it
     * @param document its number as a document, or an empty text
     * @param issued its date, or an empty text
     * @param lines the lines that are cited, or an empty text
     * @param address its address on the web, or null if none is known
     */
    public record BriefSource(
            int number,
            RenderedTerm name,
            List<String> authors,
            String document,
            String issued,
            String lines,
            String address) {}

    /** Returns the numbers of the sources of claims. */
    List<Integer> numbers(List<ClaimView> claims) {
        TreeSet<Integer> numbers = new TreeSet<>();
        for (ClaimView claim : claims) {
            claim.sources().forEach(source -> numbers.add(number(source)));
            claim.places().stream()
                    .filter(place -> place.source() != null)
                    .forEach(place -> numbers.add(number(place)));
        }
        return List.copyOf(numbers);
    }

    /** Returns the number of a source that is cited as a whole. */
    public int number(RenderedTerm source) {
        return cited(source).number();
    }

    /** Returns the number of the source of passages, whose lines the list has too. */
    public int number(SourcePassages passages) {
        Cited source = cited(passages.source());
        passages.spots().stream()
                .map(spot -> spot.lines())
                .filter(lines -> !lines.isEmpty() && !source.lines().contains(lines))
                .forEach(source.lines()::add);
        return source.number();
    }

    private Cited cited(RenderedTerm source) {
        return cited.computeIfAbsent(source, first -> new Cited(cited.size() + 1, new ArrayList<>()));
    }

    /** Returns the number of sources. */
    int size() {
        return cited.size();
    }

    /** Returns the IRIs of the sources. */
    public Stream<String> iris() {
        return cited.keySet().stream().map(RenderedTerm::machine);
    }

    /**
     * Returns the list of the sources.
     *
     * @param descriptions what is known of each, by IRI
     */
    public List<BriefSource> list(Map<String, Description> descriptions, PageContext frame) {
        return cited.entrySet().stream()
                .map(entry -> source(entry.getKey(), entry.getValue(), descriptions, frame))
                .toList();
    }

    /** Returns ranges of lines in order, those that touch or overlap as one; what is no range comes last. */
    private static List<String> joined(List<String> ranges) {
        TreeMap<Integer, Integer> ends = new TreeMap<>();
        List<String> others = new ArrayList<>();
        for (String range : ranges) {
            Matcher parts = RANGE.matcher(range);
            if (parts.matches()) {
                int from = Integer.parseInt(parts.group(1));
                ends.merge(from, parts.group(2) == null ? from : Integer.parseInt(parts.group(2)), Math::max);
            } else {
                others.add(range);
            }
        }
        List<String> joined = new ArrayList<>();
        while (!ends.isEmpty()) {
            Map.Entry<Integer, Integer> first = ends.pollFirstEntry();
            int to = first.getValue();
            while (!ends.isEmpty() && ends.firstKey() <= to + 1) {
                to = Math.max(to, ends.pollFirstEntry().getValue());
            }
            joined.add(first.getKey() == to ? Integer.toString(to) : first.getKey() + "–" + to);
        }
        joined.addAll(others);
        return joined;
    }

    private static BriefSource source(
            RenderedTerm name, Cited cited, Map<String, Description> descriptions, PageContext frame) {
        String lines = String.join(frame.messages().say("class.comma"), joined(cited.lines()));
        Description description = descriptions.get(name.machine());
        if (description == null) {
            return new BriefSource(cited.number(), name, List.of(), "", "", lines, null);
        }
        Citation citation = Citation.of(description, name, frame.wording(description.labels()), frame);
        return new BriefSource(
                cited.number(),
                name,
                citation.authors(),
                citation.number(),
                citation.issued(),
                lines,
                description.statements().stream()
                        .map(Statement::triple)
                        .filter(triple -> triple.getPredicate().equals(DCAT.landingPage.asNode())
                                && triple.getObject().isURI())
                        .map(triple -> triple.getObject().getURI())
                        .findFirst()
                        .orElse(null));
    }
}
