package org.torchgraph.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.jena.sparql.core.Quad;
import org.torchgraph.rdf.digest.SortedNQuads;
import org.torchgraph.rdf.order.NamedGraphs;
import org.torchgraph.rdf.syntax.Expressiveness;
import org.torchgraph.rdf.syntax.InexpressibleException;
import org.torchgraph.rdf.syntax.JsonLd;
import org.torchgraph.rdf.syntax.RdfXml;
import org.torchgraph.rdf.syntax.SortedTurtle;

/**
 * Statements prepared for writing in several formats: labels and digest are computed once. Safe for several threads.
 */
public final class SortedGraph {
    private final RdfWriter writer;
    private final NamedGraphs named;
    private String digest;

    SortedGraph(RdfWriter writer, Collection<Quad> statements) {
        this.writer = writer;
        this.named = NamedGraphs.of(statements);
    }

    /**
     * Writes all statements in a format. The stream is flushed, not closed.
     *
     * @throws InexpressibleException before anything is written, if the format cannot express one of the statements
     */
    public void write(Format format, OutputStream out) throws IOException {
        require(format.expressiveness());
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        switch (format) {
            case TURTLE, TRIG ->
                text.append(comments(format)).append(new SortedTurtle(writer.prefixes(), Optional.empty()).text(named));
            case NTRIPLES, NQUADS -> {
                text.append(comments(format));
                for (String line : lines()) {
                    text.write(line);
                }
            }
            case JSONLD -> text.write(JsonLd.text(writer.prefixes(), writer.coercions(), named));
            case RDFXML -> text.write(RdfXml.text(writer.prefixes(), comments(format), named));
        }
        text.flush();
    }

    /** Returns whether a syntax can express every statement. */
    public boolean isExpressible(Expressiveness syntax) {
        return syntax.refusal(named.quads()).isEmpty();
    }

    /**
     * Checks that a syntax can express every statement.
     *
     * @throws InexpressibleException for the first statement that it cannot express
     */
    public void require(Expressiveness expressiveness) {
        expressiveness.require(named.quads());
    }

    private String comments(Format format) {
        return writer.header().map(head -> head.text(format, this::digest)).orElse("");
    }

    private synchronized String digest() {
        if (digest == null) {
            digest = SortedNQuads.digestOfLines(lines());
        }
        return digest;
    }

    /** Returns the sorted lines, which are not kept because those of a whole dataset are as large as a dump. */
    private List<String> lines() {
        return SortedNQuads.lines(named.quads());
    }
}
