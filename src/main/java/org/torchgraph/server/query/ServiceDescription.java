package org.torchgraph.server.query;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.torchgraph.server.edition.Edition;
import org.torchgraph.server.edition.Form;
import org.torchgraph.server.edition.RdfReplies;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.sparql.ResultFormat;

/**
 * What the query service says of itself.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-service-description/">SPARQL 1.1 Service Description</a>
 */
final class ServiceDescription {
    private static final String SD = "http://www.w3.org/ns/sparql-service-description#";
    /** Unique URIs for File Formats, https://www.w3.org/ns/formats/. */
    private static final String FORMATS = "http://www.w3.org/ns/formats/";

    private ServiceDescription() {}

    static Reply reply(Edition edition, Request request) {
        Form form = Form.chosen(request, Form.RDF);
        return RdfReplies.triples(
                        edition,
                        form.rdf().orElseThrow(),
                        edition.tag("service", form.suffix()),
                        () -> triples(edition))
                .varying("Accept");
    }

    private static List<Triple> triples(Edition edition) {
        Node service = iri(edition.base() + "sparql#service");
        Node dataset = edition.site().dataset().orElseGet(() -> iri(edition.base() + "sparql#dataset"));
        List<Triple> triples = new ArrayList<>(List.of(
                Triple.create(service, RDF.type.asNode(), sd("Service")),
                Triple.create(service, sd("endpoint"), iri(edition.base() + "sparql")),
                Triple.create(service, sd("supportedLanguage"), sd("SPARQL11Query")),
                Triple.create(service, sd("feature"), sd("UnionDefaultGraph")),
                Triple.create(service, sd("defaultDataset"), dataset),
                Triple.create(dataset, RDF.type.asNode(), sd("Dataset"))));
        Stream.of(ResultFormat.values())
                .map(format -> "SPARQL_Results_" + format.name())
                .map(name -> iri(FORMATS + name))
                .forEach(format -> triples.add(Triple.create(service, sd("resultFormat"), format)));
        Form.RDF.stream()
                .flatMap(form -> form.rdf().stream())
                .map(format -> iri(FORMATS + format.label().replace('/', '_')))
                .forEach(format -> triples.add(Triple.create(service, sd("resultFormat"), format)));
        return triples;
    }

    private static Node sd(String name) {
        return iri(SD + name);
    }

    private static Node iri(String iri) {
        return NodeFactory.createURI(iri);
    }
}
