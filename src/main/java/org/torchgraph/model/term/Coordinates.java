package org.torchgraph.model.term;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.text.ParseException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.lucene.geo.SimpleWKTShapeParser;

/**
 * The coordinates of a point on Earth (WGS 84), as {@code coordinates.properties} tells how data state them.
 *
 * @param latitude from -90 to 90 degrees
 * @param longitude from -180 to 180 degrees
 */
public record Coordinates(String latitude, String longitude) {
    private static final Properties FILE = file();
    private static final List<String> PAIRS = words("pairs");
    private static final Set<String> TEXTS = Set.copyOf(words("texts"));
    private static final Set<String> WKT = Set.copyOf(words("wkt"));
    private static final String LONGITUDE_FIRST = FILE.getProperty("longitude.first");
    private static final String LATITUDE_FIRST = FILE.getProperty("latitude.first");
    private static final BigDecimal MAX_LATITUDE = new BigDecimal(90);
    private static final BigDecimal MAX_LONGITUDE = new BigDecimal(180);

    /** The length of the longest text that is read as coordinates. */
    private static final int MAX_CHARACTERS = 300;

    private static final String SCHEME = "geo:";

    /** Returns the points that some triples state, in their order and each once; what is no point is passed over. */
    public static List<Coordinates> in(Collection<Triple> triples) {
        Map<Node, Map<String, Set<String>>> bySubject = new LinkedHashMap<>();
        Set<Coordinates> found = new LinkedHashSet<>();
        for (Triple triple : triples) {
            String property = triple.getPredicate().getURI();
            Node value = triple.getObject();
            if (value.isURI() && value.getURI().startsWith(SCHEME)) {
                pair(StringUtils.substringBefore(value.getURI().substring(SCHEME.length()), ";"))
                        .ifPresent(found::add);
            } else if (value.isLiteral() && value.getLiteralLexicalForm().length() <= MAX_CHARACTERS) {
                String text = value.getLiteralLexicalForm().strip();
                if (WKT.contains(property) || WKT.contains(value.getLiteralDatatypeURI())) {
                    wellKnown(text).ifPresent(found::add);
                } else if (TEXTS.contains(property)) {
                    pair(text).ifPresent(found::add);
                } else if (PAIRS.contains(property)) {
                    bySubject
                            .computeIfAbsent(triple.getSubject(), none -> new LinkedHashMap<>())
                            .computeIfAbsent(property, none -> new LinkedHashSet<>())
                            .add(text);
                }
            }
        }
        bySubject.values().forEach(values -> found.addAll(pairs(values)));
        return List.copyOf(found);
    }

    /** Returns the points of one subject; of several latitudes or longitudes none can be told to belong together. */
    private static List<Coordinates> pairs(Map<String, Set<String>> values) {
        return IntStream.range(0, PAIRS.size() / 2)
                .mapToObj(i -> List.of(
                        values.getOrDefault(PAIRS.get(2 * i), Set.of()),
                        values.getOrDefault(PAIRS.get(2 * i + 1), Set.of())))
                .filter(pair -> pair.stream().allMatch(one -> one.size() == 1))
                .flatMap(pair ->
                        of(pair.get(0).iterator().next(), pair.get(1).iterator().next()).stream())
                .toList();
    }

    /** Reads a latitude and a longitude with a comma or a space between them. */
    private static Optional<Coordinates> pair(String text) {
        List<String> numbers = Stream.of(StringUtils.split(text, ", ")).toList();
        return numbers.size() < 2 ? Optional.empty() : of(numbers.get(0), numbers.get(1));
    }

    private static Optional<Coordinates> wellKnown(String text) {
        String system = text.startsWith("<") ? StringUtils.substringBetween(text, "<", ">") : LONGITUDE_FIRST;
        String shape =
                text.startsWith("<") ? StringUtils.substringAfter(text, ">").strip() : text;
        if (!LONGITUDE_FIRST.equals(system) && !LATITUDE_FIRST.equals(system)) {
            return Optional.empty();
        }
        try {
            if (!(SimpleWKTShapeParser.parseExpectedType(shape, SimpleWKTShapeParser.ShapeType.POINT)
                    instanceof double[] point)) {
                return Optional.empty();
            }
            String first = Double.toString(point[0]);
            String second = Double.toString(point[1]);
            return LATITUDE_FIRST.equals(system) ? of(first, second) : of(second, first);
        } catch (IOException | ParseException | RuntimeException noPoint) {
            return Optional.empty();
        }
    }

    private static Optional<Coordinates> of(String latitude, String longitude) {
        Optional<String> north = degrees(latitude, MAX_LATITUDE);
        Optional<String> east = degrees(longitude, MAX_LONGITUDE);
        return north.isPresent() && east.isPresent()
                ? Optional.of(new Coordinates(north.get(), east.get()))
                : Optional.empty();
    }

    private static Optional<String> degrees(String text, BigDecimal most) {
        try {
            BigDecimal number = new BigDecimal(text);
            return number.abs().compareTo(most) > 0 || number.scale() > MAX_CHARACTERS
                    ? Optional.empty()
                    : Optional.of(
                            number.signum() == 0
                                    ? "0"
                                    : number.stripTrailingZeros().toPlainString());
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    /** Returns the URI of the point (RFC 5870). */
    public String uri() {
        return SCHEME + latitude + "," + longitude;
    }

    /** Returns the address of a map of the point on another site. */
    public String map() {
        return FILE.getProperty("map").replace("{0}", latitude).replace("{1}", longitude);
    }

    private static List<String> words(String key) {
        return List.of(StringUtils.split(FILE.getProperty(key)));
    }

    private static Properties file() {
        Properties listed = new Properties();
        try (InputStream in = Coordinates.class.getResourceAsStream("coordinates.properties")) {
            listed.load(in);
            return listed;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
