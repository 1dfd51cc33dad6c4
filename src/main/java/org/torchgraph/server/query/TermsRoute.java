package org.torchgraph.server.query;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.torchgraph.model.Labels;
import org.torchgraph.model.vocabulary.VocabularyTerm;
import org.torchgraph.server.reply.Content;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.reply.Route;
import org.torchgraph.server.version.CurrentVersion;
import org.torchgraph.server.version.PublishedVersion;

/**
 * Serves {@code /sparql/terms}: prefixes, and the classes and properties that the data use or the ontology defines,
 * with labels in every language, as JSON for completion in the editor.
 */
public final class TermsRoute implements Route {

    private final CurrentVersion currentVersion;

    public TermsRoute(CurrentVersion currentVersion) {
        this.currentVersion = currentVersion;
    }

    @Override
    public Reply answer(Request request) {
        PublishedVersion version = currentVersion.get();
        return version.reply("application/json", version.tag("terms"), () -> Content.of(json(version)));
    }

    private static byte[] json(PublishedVersion version) {
        Set<Node> classes =
                nodes(version.model().vocabulary().get().classes(), version.model().classes().get().keySet().stream());
        Set<Node> properties = nodes(
                version.model().vocabulary().get().properties(),
                version.snapshot().union().properties());
        Labels labels = version.resources()
                .labels(Stream.concat(classes.stream(), properties.stream()).toList());
        JsonObjectBuilder prefixes = Json.createObjectBuilder();
        new TreeMap<>(version.prefixes().getMappingCopy()).forEach(prefixes::add);
        return Json.createObjectBuilder()
                .add("prefixes", prefixes)
                .add("classes", terms(classes, labels))
                .add("properties", terms(properties, labels))
                .build()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Set<Node> nodes(List<VocabularyTerm> defined, Stream<Node> used) {
        return Stream.concat(defined.stream().map(VocabularyTerm::node), used)
                .filter(Node::isURI)
                .collect(Collectors.toSet());
    }

    private static JsonArrayBuilder terms(Set<Node> nodes, Labels labels) {
        JsonArrayBuilder terms = Json.createArrayBuilder();
        nodes.stream().sorted(Comparator.comparing(Node::getURI)).forEach(node -> {
            JsonObjectBuilder names = Json.createObjectBuilder();
            labels.byNode().getOrDefault(node, List.of()).stream()
                    .sorted(Comparator.comparing(Node::getLiteralLanguage).thenComparing(Node::getLiteralLexicalForm))
                    .forEach(label -> names.add(label.getLiteralLanguage(), label.getLiteralLexicalForm()));
            terms.add(Json.createObjectBuilder().add("iri", node.getURI()).add("labels", names));
        });
        return terms;
    }
}
