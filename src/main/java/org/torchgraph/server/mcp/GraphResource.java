package org.torchgraph.server.mcp;

import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.torchgraph.export.Format;
import org.torchgraph.messages.Language;
import org.torchgraph.model.Description;
import org.torchgraph.model.DocumentTriples;
import org.torchgraph.question.Question;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.server.version.PublishedVersion;

/**
 * A text that a client may read: the ontology or a saved query.
 *
 * @param definition what a client is told of it
 * @param text makes it
 */
record GraphResource(McpSchema.Resource definition, Supplier<String> text) {
    private static final String TURTLE = "text/turtle";
    private static final String QUERY = "application/sparql-query";

    /** The IRIs of things by the number of segments after the base. */
    private static final List<String> PATHS = List.of("{name}", "{folder}/{name}", "{folder}/{kind}/{name}");

    /** Returns the ontology and the questions. */
    static List<GraphResource> of(PublishedVersion version) {
        String vocabulary = SiteRoute.VOCABULARY.iri(version.base());
        GraphResource ontology = new GraphResource(
                McpSchema.Resource.builder(vocabulary, "ontology")
                        .title(ToolSchema.inBoth(words -> words.say("nav.def")))
                        .description(ToolSchema.inBoth(words -> words.say("mcp.resource.ontology")))
                        .mimeType(TURTLE)
                        .build(),
                () -> turtle(
                        version,
                        version.model()
                                .vocabulary()
                                .get()
                                .triples(version.snapshot().whole().union(), vocabulary + "#")));
        return Stream.concat(
                        Stream.of(ontology), version.questions().all().stream().map(question -> of(version, question)))
                .toList();
    }

    private static GraphResource of(PublishedVersion version, Question question) {
        return new GraphResource(
                McpSchema.Resource.builder(SiteRoute.QUESTION.iri(version.base()) + question.name(), question.name())
                        .title(QuestionTool.text(question.titles(), Language.EN))
                        .description(QuestionTool.description(question))
                        .mimeType(QUERY)
                        .build(),
                question::text);
    }

    /** Returns the forms of the IRIs of things. */
    static List<McpSchema.ResourceTemplate> templates(PublishedVersion version) {
        return PATHS.stream()
                .map(path -> McpSchema.ResourceTemplate.builder(
                                version.base() + path, "thing-" + path.split("/").length)
                        .title(ToolSchema.inBoth(words -> words.say("mcp.resource.thing")))
                        .description(ToolSchema.inBoth(words -> words.say("mcp.resource.thing.does")))
                        .mimeType(TURTLE)
                        .build())
                .toList();
    }

    /** Returns the content of this resource. */
    McpSchema.ReadResourceResult read() {
        return result(definition.uri(), definition.mimeType(), text.get());
    }

    /**
     * Returns the document about a thing.
     *
     * @throws McpError if nothing is known of it
     */
    static McpSchema.ReadResourceResult thing(PublishedVersion version, String iri) {
        Description description = version.resources()
                .describe(NodeFactory.createURI(iri), 1)
                .orElseThrow(() -> McpError.RESOURCE_NOT_FOUND.apply(iri));
        return result(
                iri,
                TURTLE,
                turtle(
                        version,
                        DocumentTriples.of(description, version.site().links().document(description.thing()))));
    }

    private static McpSchema.ReadResourceResult result(String iri, String mediaType, String text) {
        return McpSchema.ReadResourceResult.builder(List.of(McpSchema.TextResourceContents.builder(iri, text)
                        .mimeType(mediaType)
                        .build()))
                .build();
    }

    private static String turtle(PublishedVersion version, Collection<Triple> triples) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            version.signingWriter().sorted(triples).write(Format.TURTLE, out);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
