package org.torchgraph.server.edition;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.torchgraph.export.Format;
import org.torchgraph.http.Link;
import org.torchgraph.http.MediaType;
import org.torchgraph.http.Problem;
import org.torchgraph.server.reply.Request;
import org.torchgraph.site.frame.Frame;
import org.torchgraph.sparql.ResultFormat;

/**
 * A form in which something can be had.
 *
 * @param type what the client names in {@code Accept}
 * @param suffix what ends the path, without the dot
 * @param rdf when it is triples
 * @param rows when it is rows; a page is neither
 */
public record Form(MediaType type, String suffix, Optional<Format> rdf, Optional<ResultFormat> rows) {
    public static final Form PAGE = new Form(HtmlReplies.HTML, "html", Optional.empty(), Optional.empty());

    /** The RDF forms; the first is for a client that takes anything. */
    public static final List<Form> RDF = Stream.of(Format.TURTLE, Format.JSONLD, Format.NTRIPLES, Format.RDFXML)
            .map(Form::of)
            .toList();

    /** A page too, after Turtle: browsers name HTML, and a client which takes anything gets data. */
    public static final List<Form> PAGE_AND_RDF =
            Stream.concat(Stream.of(RDF.get(0), PAGE), RDF.stream().skip(1)).toList();

    private static Form of(Format format) {
        return new Form(MediaType.of(format.mediaType()), format.suffix(), Optional.of(format), Optional.empty());
    }

    public static Form of(ResultFormat format) {
        return of(MediaType.of(format.mediaType()), format);
    }

    /** Rows for a client that names their format by a wider media type. */
    public static Form of(MediaType alias, ResultFormat format) {
        return new Form(alias, format.suffix(), Optional.empty(), Optional.of(format));
    }

    public static Optional<Form> ofSuffix(String suffix, List<Form> offered) {
        return offered.stream().filter(form -> form.suffix().equals(suffix)).findFirst();
    }

    /** The form that suits the client best; 406 names all there are. */
    public static Form chosen(Request request, List<Form> offered) {
        return request.accept().best(offered, Form::type).orElseThrow(() -> Problem.notAcceptable(
                        offered.stream().map(form -> form.type().toString()).toList())
                .exception());
    }

    /**
     * Links to the other forms of what has its forms at a path and a suffix.
     *
     * @param query what follows the suffix, with {@code ?}, or empty
     */
    public List<Link> others(String path, String query, List<Form> offered) {
        return offered.stream()
                .filter(form -> !form.equals(this))
                .map(form -> Link.to(form.at(path) + query, "alternate")
                        .type(form.type().toString()))
                .toList();
    }

    /** The RDF forms, for the head of a page. */
    public static List<Frame.Alternate> alternates(String path) {
        return RDF.stream()
                .map(form -> new Frame.Alternate(form.at(path), form.type().toString()))
                .toList();
    }

    /** The address of this form of what is at a path. */
    public String at(String path) {
        return path + "." + suffix;
    }
}
