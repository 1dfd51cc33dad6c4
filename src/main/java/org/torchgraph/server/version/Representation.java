package org.torchgraph.server.version;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.torchgraph.export.Format;
import org.torchgraph.http.Link;
import org.torchgraph.http.MediaType;
import org.torchgraph.http.Problem;
import org.torchgraph.query.ResultFormat;
import org.torchgraph.rdf.syntax.Expressiveness;
import org.torchgraph.server.reply.Request;
import org.torchgraph.site.frame.PageContext;
import org.torchgraph.site.spreadsheet.LabelledWorkbook;

/**
 * A form of a resource: a page, the same as Markdown, an RDF format, a result format or a workbook.
 *
 * @param type the media type that clients name in {@code Accept}
 * @param suffix the end of the path, without the dot
 * @param rdf the RDF format if it is one
 * @param rows the result format if it is one; a page, Markdown and a workbook are neither
 * @param names other names that clients use: wider and older media types, and words
 * @param types the media types by which clients ask for it, its own first
 */
public record Representation(
        MediaType type,
        String suffix,
        Optional<Format> rdf,
        Optional<ResultFormat> rows,
        List<String> names,
        List<MediaType> types) {
    /** The parameter of RDF media types with the version of RDF (RDF 1.2 Turtle §A). */
    private static final String VERSION = "version";

    private static final String RDF_1_1 = "1.1";

    /** The HTML page. */
    public static final Representation PAGE =
            new Representation(HtmlReplies.HTML, "html", Optional.empty(), Optional.empty(), List.of());

    /** The page as Markdown, for assistants and other readers without a browser. */
    public static final Representation MARKDOWN =
            new Representation(MarkdownReplies.MARKDOWN, "md", Optional.empty(), Optional.empty(), List.of());

    /** The workbook of a table, with names beside IRIs. */
    public static final Representation WORKBOOK = new Representation(
            MediaType.of(LabelledWorkbook.MEDIA_TYPE),
            LabelledWorkbook.SUFFIX,
            Optional.empty(),
            Optional.empty(),
            List.of());

    /** The picture of a result. */
    public static final Representation PICTURE =
            new Representation(PictureReplies.SVG, "svg", Optional.empty(), Optional.empty(), List.of());

    /** The RDF forms; the first is for a client that accepts anything. */
    public static final List<Representation> RDF = Stream.of(
                    Format.TURTLE, Format.JSONLD, Format.NTRIPLES, Format.RDFXML)
            .map(Representation::of)
            .toList();

    /**
     * The RDF forms, Markdown and the page, after Turtle: browsers name HTML, assistants Markdown and often HTML beside
     * it, and a client that accepts anything gets data.
     */
    public static final List<Representation> PAGE_AND_RDF = Stream.concat(
                    Stream.of(RDF.get(0), MARKDOWN, PAGE), RDF.stream().skip(1))
            .toList();

    /** Creates a form that clients ask for by its media type and those of its names. */
    public Representation(
            MediaType type, String suffix, Optional<Format> rdf, Optional<ResultFormat> rows, List<String> names) {
        this(
                type,
                suffix,
                rdf,
                rows,
                names,
                Stream.concat(Stream.of(type), names.stream().flatMap(name -> MediaType.parse(name).stream()))
                        .toList());
    }

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

    /** Returns the form of a result format. */
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

    /** Returns the form with a media type, a suffix or another name. */
    public static Optional<Representation> named(String name, List<Representation> offered) {
        // A plus that is not percent-encoded arrives as a space.
        String word = name.strip().toLowerCase(Locale.ROOT).replace(' ', '+').replaceFirst(";.*", "");
        return offered.stream()
                .filter(form -> form.suffix().equals(word)
                        || form.type().essence().equals(word)
                        || form.names().contains(word))
                .findFirst();
    }

    /** Returns the form with a suffix. */
    public static Optional<Representation> ofSuffix(String suffix, List<Representation> offered) {
        return offered.stream().filter(form -> form.suffix().equals(suffix)).findFirst();
    }

    /** Returns the form that the client prefers; 406 lists all forms. */
    public static Representation chosen(Request request, List<Representation> offered) {
        return best(request, offered).orElseThrow(() -> Problem.notAcceptable(
                        offered.stream().map(form -> form.type().toString()).toList())
                .exception());
    }

    /** Returns the form that the client prefers; empty if none is acceptable. */
    public static Optional<Representation> best(Request request, List<Representation> offered) {
        List<AskedForm> asked = new ArrayList<>();
        List<AskedForm> byNames = new ArrayList<>();
        for (Representation form : offered) {
            if (!request.inexpressible().contains(form.type().essence())
                    && !request.accept().excludes(form.type())) {
                asked.add(new AskedForm(form.type(), form));
                form.types.stream().skip(1).forEach(name -> byNames.add(new AskedForm(name, form)));
            }
        }
        // A form that the client asks for by a wildcard has its own type, not that of a name.
        asked.addAll(byNames);
        return request.accept()
                .best(asked, AskedForm::type)
                .map(best -> request.accept().hint(best.type(), VERSION).equals(Optional.of(RDF_1_1))
                        ? best.form().inRdf11()
                        : best.form());
    }

    /** Returns whether the client reads RDF 1.1 only. */
    public boolean isRdf11() {
        return RDF_1_1.equals(type.parameters().get(VERSION));
    }

    private Representation inRdf11() {
        return rdf.isEmpty()
                ? this
                : new Representation(
                        new MediaType(type.type(), type.subtype(), Map.of(VERSION, RDF_1_1)), suffix, rdf, rows, names);
    }

    /** Returns a key that distinguishes the entity tags of this form from those of other forms. */
    public String key() {
        return isRdf11() ? suffix + "-" + RDF_1_1 : suffix;
    }

    /**
     * A form with a media type by which clients ask for it.
     *
     * @param type that of the form, or a name of it
     */
    private record AskedForm(MediaType type, Representation form) {}

    /**
     * Returns links to the other forms of a resource.
     *
     * @param path the path without suffix
     * @param query the query string that follows the suffix, with {@code ?}, or an empty text
     * @param offered all forms of the resource
     */
    public List<Link> others(String path, String query, List<Representation> offered) {
        return offered.stream()
                .filter(form -> !form.suffix().equals(suffix))
                .map(form -> Link.to(form.at(path) + query, "alternate")
                        .type(form.type().toString()))
                .toList();
    }

    /**
     * Returns the RDF forms of a path with a query string, for the head of a page.
     *
     * @param query the query string that follows the suffix, with {@code ?}, or an empty text
     */
    public static List<PageContext.Alternate> alternates(String path, String query, List<Representation> offered) {
        return offered.stream()
                .flatMap(form -> form.rdf().stream()
                        .map(format -> new PageContext.Alternate(
                                form.at(path) + query, form.type().toString(), format.label())))
                .toList();
    }

    /** Returns the forms that have no limits of their own, and those whose syntax can express all. */
    public static List<Representation> expressible(List<Representation> offered, Predicate<Expressiveness> can) {
        return offered.stream()
                .filter(form -> form.expressiveness().stream().allMatch(can))
                .toList();
    }

    private Optional<Expressiveness> expressiveness() {
        return rows.equals(Optional.of(ResultFormat.XML))
                ? Optional.of(Expressiveness.XML_RESULTS)
                : rdf.map(Format::expressiveness);
    }

    /** Returns the address of this form of a path. */
    public String at(String path) {
        return path + "." + suffix;
    }
}
