package org.torchgraph.server.query;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;
import org.torchgraph.dataset.View;
import org.torchgraph.export.Format;
import org.torchgraph.query.ResultFormat;
import org.torchgraph.rdf.TripleSource;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.version.PublishedVersion;
import org.torchgraph.server.version.RdfReplies;
import org.torchgraph.server.version.Representation;

/**
 * Describes the query service.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-service-description/">SPARQL 1.1 Service Description</a>
 */
final class ServiceDescription {
    private static final String SD = "http://www.w3.org/ns/sparql-service-description#";
    /** Unique URIs for File Formats, https://www.w3.org/ns/formats/. */
    private static final String FORMATS = "http://www.w3.org/ns/formats/";

    private static final String SIMPLE_ENTAILMENT = "http://www.w3.org/ns/entailment/Simple";

    private ServiceDescription() {}

    /** Returns the description for the address of the request, so that clients can follow it. */
    static Reply reply(PublishedVersion version, Request request, Representation form) {
        String endpoint = request.root() + SiteRoute.SPARQL.path();
        return RdfReplies.triples(
                version, form, version.tag("service", form.key(), endpoint), () -> triples(version, endpoint));
    }

    private static List<Triple> triples(PublishedVersion version, String endpoint) {
        Node service = iri(endpoint + "#service");
        Node dataset = version.site()
                .entry()
                .dataset()
                .orElseGet(() -> iri(SiteRoute.SPARQL.iri(version.base()) + "#dataset"));
        View data = version.snapshot().whole();
        Node union = iri(SiteRoute.SPARQL.iri(version.base()) + "#default-graph");
        List<Triple> triples = new ArrayList<>(List.of(
                Triple.create(service, RDF.type.asNode(), sd("Service")),
                Triple.create(service, sd("endpoint"), iri(endpoint)),
                Triple.create(service, sd("supportedLanguage"), sd("SPARQL11Query")),
                Triple.create(service, sd("feature"), sd("UnionDefaultGraph")),
                Triple.create(service, sd("defaultEntailmentRegime"), iri(SIMPLE_ENTAILMENT)),
                Triple.create(service, sd("defaultDataset"), dataset),
                Triple.create(dataset, RDF.type.asNode(), sd("Dataset")),
                Triple.create(dataset, sd("defaultGraph"), union)));
        graph(union, data.union(), triples);
        data.graphNames().forEach(name -> {
            triples.add(Triple.create(dataset, sd("namedGraph"), name));
            triples.add(Triple.create(name, RDF.type.asNode(), sd("NamedGraph")));
            triples.add(Triple.create(name, sd("name"), name));
            // The graph resource is a blank node, because only its name is an IRI (SPARQL 1.1 Service Description §4).
            Node content = NodeFactory.createBlankNode(name.toString());
            triples.add(Triple.create(name, sd("graph"), content));
            graph(content, data.graph(name).orElseThrow(), triples);
        });
        Stream.of(ResultFormat.values())
                .map(format -> iri(FORMATS + "SPARQL_Results_" + format.name()))
                .forEach(format -> triples.add(Triple.create(service, sd("resultFormat"), format)));
        Representation.RDF.stream()
                .flatMap(form -> form.rdf().stream())
                .forEach(format -> triples.add(Triple.create(service, sd("resultFormat"), iri(named(format)))));
        // RDF/XML is not listed as an input format.
        Stream.of(Format.values())
                .filter(format -> format != Format.RDFXML)
                .forEach(format -> triples.add(Triple.create(service, sd("inputFormat"), iri(named(format)))));
        return triples;
    }

    private static void graph(Node node, TripleSource graph, List<Triple> into) {
        into.add(Triple.create(node, RDF.type.asNode(), sd("Graph")));
        into.add(Triple.create(
                node,
                VOID.triples.asNode(),
                NodeFactory.createLiteralDT(Long.toString(graph.size()), XSDDatatype.XSDinteger)));
    }

    private static String named(Format format) {
        return FORMATS + format.label().replace('/', '_');
    }

    private static Node sd(String name) {
        return iri(SD + name);
    }

    private static Node iri(String iri) {
        return NodeFactory.createURI(iri);
    }
}
