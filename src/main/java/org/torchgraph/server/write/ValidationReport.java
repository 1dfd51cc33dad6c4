package org.torchgraph.server.write;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.RDF;
import org.torchgraph.check.Finding;
import org.torchgraph.http.MediaType;
import org.torchgraph.http.Problem;
import org.torchgraph.messages.InterfaceLanguages;
import org.torchgraph.server.reply.Content;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.version.PublishedVersion;
import org.torchgraph.server.version.RdfReplies;
import org.torchgraph.server.version.Representation;

/**
 * Tells why a change was refused: as a SHACL validation report to clients that prefer RDF, else as a problem in words.
 *
 * @see <a href="https://www.w3.org/TR/shacl/#validation-report">SHACL §3.6</a>
 */
final class ValidationReport {
    private static final int UNPROCESSABLE = Problem.ProblemKind.UNPROCESSABLE.status();

    private ValidationReport() {}

    /**
     * Returns the reply to a write, or the report.
     *
     * @throws org.torchgraph.http.ProblemException 422 if the client does not prefer RDF
     */
    static Reply orElse(PublishedVersion version, Request request, Supplier<Reply> write) {
        try {
            return write.get();
        } catch (RefusedChangeException refused) {
            Representation form =
                    preferred(request).orElseThrow(() -> refused.problem().exception());
            List<Triple> triples = triples(refused.errors(), version.site().interfaceLanguages());
            Content report = RdfReplies.content(version.writer().sorted(triples), form, Map.of(), List.of());
            return Reply.once(UNPROCESSABLE, form.type().toString(), bytes(report))
                    .with("Cache-Control", "no-store");
        }
    }

    private static byte[] bytes(Content content) {
        try (content) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            content.writeTo(out);
            return out.toByteArray();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    private static Optional<Representation> preferred(Request request) {
        Stream<Optional<Representation>> words = Stream.of(Optional.empty());
        return request.accept()
                .best(
                        Stream.concat(words, Representation.RDF.stream().map(Optional::of))
                                .toList(),
                        form -> form.map(Representation::type).orElse(MediaType.of(Problem.MEDIA_TYPE)))
                .flatMap(best -> best);
    }

    private static List<Triple> triples(List<Finding> errors, InterfaceLanguages languages) {
        Node report = NodeFactory.createBlankNode();
        Stream<Triple> head = Stream.of(
                Triple.create(report, RDF.type.asNode(), SHACL.ValidationReport),
                Triple.create(report, SHACL.conforms, NodeFactory.createLiteralDT("false", XSDDatatype.XSDboolean)));
        return Stream.concat(head, errors.stream().flatMap(error -> result(report, error, languages)))
                .toList();
    }

    private static Stream<Triple> result(Node report, Finding error, InterfaceLanguages languages) {
        Node result = NodeFactory.createBlankNode();
        Stream<Triple> always = Stream.of(
                Triple.create(report, SHACL.result, result),
                Triple.create(result, RDF.type.asNode(), SHACL.ValidationResult),
                Triple.create(result, SHACL.resultSeverity, SHACL.Violation));
        Stream<Triple> focus = error.focus().stream().map(node -> Triple.create(result, SHACL.focusNode, node));
        Stream<Triple> words = languages.all().stream()
                .map(language -> Triple.create(
                        result,
                        SHACL.resultMessage,
                        NodeFactory.createLiteralLang(error.message().in(language), language.code())));
        return Stream.of(always, focus, words).flatMap(triples -> triples);
    }
}
