package org.torchgraph.server.version;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.torchgraph.export.Format;
import org.torchgraph.http.Link;
import org.torchgraph.http.MediaType;
import org.torchgraph.http.Problem;
import org.torchgraph.query.ResultFormat;
import org.torchgraph.server.reply.Request;
import org.torchgraph.site.frame.PageContext;

/**
 * A form in which something can be had.
 *
 * @param type what the client names in {@code Accept}
 * @param suffix what ends the path, without the dot
 * @param rdf when it is triples
 * @param rows when it is rows; a page is neither
 * @param names by which clients ask for it too: wider and older media types, and words
 */
public record Representation(
        MediaType type, String suffix, Optional<Format> rdf, Optional<ResultFormat> rows, List<String> names) {
    /** The parameter by which media types of RDF tell the version of RDF (RDF 1.2 Turtle, §A). */
    private static final String VERSION = "version";

    private static final String RDF_1_1 = "1.1";

    public static final Representation PAGE =
            new Representation(HtmlReplies.HTML, "html", Optional.empty(), Optional.empty(), List.of());

    /** The RDF forms; the first is for a client that takes anything. */
    public static final List<Representation> RDF = Stream.of(
                    Format.TURTLE, Format.JSONLD, Format.NTRIPLES, Format.RDFXML)
            .map(Representation::of)
            .toList();

    /** A page too, after Turtle: browsers name HTML, and a client which takes anything gets data. */
    public static final List<Representation> PAGE_AND_RDF =
            Stream.concat(Stream.of(RDF.get(0), PAGE), RDF.stream().skip(1)).toList();

    private static Representation of(Format format) {
        List<String> names =
                switch (format) {
                    // All Turtle is N3.
                    case TURTLE ->
                        List.of("turtle", "application/turtle", "application/x-turtle", "n3", "text/n3", "text/rdf+n3");
                    case JSONLD -> List.of("json-ld", "json", "application/json");
                    case NTRIPLES -> List.of("ntriples", "n-triples", "text/plain");
                    case RDFXML -> List.of("xml", "rdfxml", "rdf/xml", "rdf+xml", "application/xml", "text/xml");
                    case TRIG, NQUADS -> List.of();
                };
        return new Representation(
                MediaType.of(format.mediaType()), format.suffix(), Optional.of(format), Optional.empty(), names);
    }

    public static Representation of(ResultFormat format) {
        List<String> names =
                switch (format) {
                    case JSON -> List.of("application/json");
                    case XML -> List.of("application/xml", "text/xml");
                    case CSV, TSV -> List.of();
                };
        return new Representation(
                MediaType.of(format.mediaType()), format.suffix(), Optional.empty(), Optional.of(format), names);
    }

    /** The form that a client names by a media type, a suffix or another word. */
    public static Optional<Representation> named(String name, List<Representation> offered) {
        // A plus that was not encoded comes as a space.
        String word = name.strip().toLowerCase(Locale.ROOT).replace(' ', '+').replaceFirst(";.*", "");
        return offered.stream()
                .filter(form -> form.suffix().equals(word)
                        || form.type().essence().equals(word)
                        || form.names().contains(word))
                .findFirst();
    }

    public static Optional<Representation> ofSuffix(String suffix, List<Representation> offered) {
        return offered.stream().filter(form -> form.suffix().equals(suffix)).findFirst();
    }

    /** The form that suits the client best; 406 names all there are. */
    public static Representation chosen(Request request, List<Representation> offered) {
        return best(request, offered).orElseThrow(() -> Problem.notAcceptable(
                        offered.stream().map(form -> form.type().toString()).toList())
                .exception());
    }

    /** The same, or empty when none is acceptable. */
    public static Optional<Representation> best(Request request, List<Representation> offered) {
        return request.accept()
                .best(
                        offered.stream()
                                .filter(form ->
                                        !request.inVain().contains(form.type().essence()))
                                .flatMap(Representation::asked)
                                .toList(),
                        Map.Entry::getKey)
                .map(best -> request.accept().hint(best.getKey(), VERSION).equals(Optional.of(RDF_1_1))
                        ? best.getValue().inRdf11()
                        : best.getValue());
    }

    /** Whether the client reads RDF 1.1 and nothing newer. */
    public boolean isRdf11() {
        return RDF_1_1.equals(type.parameters().get(VERSION));
    }

    private Representation inRdf11() {
        return rdf.isEmpty()
                ? this
                : new Representation(
                        new MediaType(type.type(), type.subtype(), Map.of(VERSION, RDF_1_1)), suffix, rdf, rows, names);
    }

    /** What keeps the tags of its answers apart from those of other forms. */
    public String key() {
        return isRdf11() ? suffix + "-" + RDF_1_1 : suffix;
    }

    /** It by each media type that it is asked for by. */
    private Stream<Map.Entry<MediaType, Representation>> asked() {
        return Stream.concat(Stream.of(type), names.stream().flatMap(name -> MediaType.parse(name).stream()))
                .map(asked -> Map.entry(asked, this));
    }

    /**
     * Links to the other forms of what has its forms at a path and a suffix.
     *
     * @param query what follows the suffix, with {@code ?}, or empty
     */
    public List<Link> others(String path, String query, List<Representation> offered) {
        return offered.stream()
                .filter(form -> !form.suffix().equals(suffix))
                .map(form -> Link.to(form.at(path) + query, "alternate")
                        .type(form.type().toString()))
                .toList();
    }

    /** The RDF forms, for the head of a page. */
    public static List<PageContext.Alternate> alternates(String path) {
        return alternates(path, "");
    }

    /**
     * The same of what has its forms at a path and a suffix, before a query.
     *
     * @param query what follows the suffix, with {@code ?}, or empty
     */
    public static List<PageContext.Alternate> alternates(String path, String query) {
        return RDF.stream()
                .map(form -> new PageContext.Alternate(
                        form.at(path) + query, form.type().toString()))
                .toList();
    }

    /** The address of this form of what is at a path. */
    public String at(String path) {
        return path + "." + suffix;
    }
}
