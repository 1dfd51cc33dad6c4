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

/**
 * A form in which something can be had.
 *
 * @param type what the client names in {@code Accept}
 * @param suffix what ends the path, without the dot
 * @param format of RDF; empty for a page
 */
public record Form(MediaType type, String suffix, Optional<Format> format) {
    public static final Form PAGE = new Form(HtmlReplies.HTML, "html", Optional.empty());

    /** The RDF forms; the first is for a client that takes anything. */
    public static final List<Form> RDF = Stream.of(Format.TURTLE, Format.JSONLD, Format.NTRIPLES, Format.RDFXML)
            .map(Form::of)
            .toList();

    /** A page too, after Turtle: browsers name HTML, and a client which takes anything gets data. */
    public static final List<Form> PAGE_AND_RDF =
            Stream.concat(Stream.of(RDF.get(0), PAGE), RDF.stream().skip(1)).toList();

    private static Form of(Format format) {
        return new Form(MediaType.of(format.mediaType()), format.suffix(), Optional.of(format));
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

    /** Links to the other forms of what has its forms at a path and a suffix. */
    public List<Link> others(String path, List<Form> offered) {
        return offered.stream()
                .filter(form -> !form.equals(this))
                .map(form ->
                        Link.to(form.at(path), "alternate").type(form.type().toString()))
                .toList();
    }

    /** The RDF forms, for the head of a page. */
    public static List<Frame.Alternate> alternates(String path) {
        return RDF.stream()
                .map(form -> new Frame.Alternate(form.at(path), form.type().toString()))
                .toList();
    }

    public String at(String path) {
        return path + "." + suffix;
    }
}
