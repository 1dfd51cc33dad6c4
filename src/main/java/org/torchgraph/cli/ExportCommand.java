package org.torchgraph.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.torchgraph.export.Dumps;
import org.torchgraph.export.Format;
import org.torchgraph.export.RdfWriter;
import org.torchgraph.publication.Publication;
import org.torchgraph.resource.DocumentTriples;
import org.torchgraph.resource.Resources;
import org.torchgraph.site.words.LocalLinks;
import org.torchgraph.store.MemoryStore;
import org.torchgraph.store.Snapshot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code torchgraph export}. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Writes the publication, some of its graphs, or the documents of some things.")
final class ExportCommand implements Callable<Integer> {

    @Mixin
    private PublicationOptions options;

    @Parameters(
            paramLabel = "IRI",
            arity = "0..*",
            description = "things, whole or relative to the base; none: everything")
    private List<String> things = new ArrayList<>();

    @Option(
            names = "--graph",
            paramLabel = "GRAPH",
            description = "only this graph, whole or relative to the base (repeatable)")
    private List<String> graphs = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "turtle, trig, ntriples, nquads, jsonld or rdfxml (default turtle)")
    private String format = Format.TURTLE.optionName();

    @Option(names = "--out", paramLabel = "FILE", description = "file to write (default: standard output)")
    private Path out;

    @Override
    public Integer call() throws IOException {
        Format chosen = Format.byOptionName(format)
                .orElseThrow(() -> new WrongUse(
                        "there is no format " + format + "; there are turtle, trig, ntriples, nquads, jsonld, rdfxml"));
        if (!things.isEmpty() && !graphs.isEmpty()) {
            throw new WrongUse("say things or graphs, not both");
        }
        Publication publication = options.readWhole();
        Snapshot snapshot = new MemoryStore(publication).snapshot();
        try (OutputStream target = out == null ? System.out : Files.newOutputStream(out)) {
            if (!things.isEmpty()) {
                new RdfWriter(publication.prefixes()).triples(documents(publication, snapshot), chosen, target);
            } else if (!graphs.isEmpty()) {
                new RdfWriter(publication.prefixes()).triples(graphs(publication, snapshot), chosen, target);
            } else {
                Dumps.write(snapshot, publication.prefixes(), chosen, target);
            }
        }
        return 0;
    }

    private Set<Triple> documents(Publication publication, Snapshot snapshot) {
        Resources resources = new Resources(snapshot, publication.prefixes());
        LocalLinks links = new LocalLinks(publication.base());
        Set<Triple> triples = new LinkedHashSet<>();
        for (String thing : things) {
            Node node = whole(thing, publication);
            triples.addAll(resources
                    .describe(node, 1)
                    .map(description -> DocumentTriples.of(description, links.document(node), resources))
                    .orElseThrow(() -> new Refused("nothing is known of <" + node.getURI() + ">")));
        }
        return triples;
    }

    private Set<Triple> graphs(Publication publication, Snapshot snapshot) {
        Set<Triple> triples = new LinkedHashSet<>();
        for (String graph : graphs) {
            Node node = whole(graph, publication);
            if (!snapshot.data().containsGraph(node)) {
                throw new Refused("there is no graph <" + node.getURI() + ">");
            }
            snapshot.data().getGraph(node).find().forEach(triples::add);
        }
        return triples;
    }

    private static Node whole(String iri, Publication publication) {
        return NodeFactory.createURI(iri.contains("://") ? iri : publication.base() + iri);
    }
}
