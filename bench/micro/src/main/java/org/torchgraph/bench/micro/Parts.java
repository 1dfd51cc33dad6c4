package org.torchgraph.bench.micro;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.torchgraph.dataset.memory.MemoryDataset;
import org.torchgraph.export.Format;
import org.torchgraph.export.RdfWriter;
import org.torchgraph.http.MediaType;
import org.torchgraph.http.accept.Accept;
import org.torchgraph.http.accept.AcceptLanguage;
import org.torchgraph.model.DatasetModel;
import org.torchgraph.model.Description;
import org.torchgraph.model.DocumentTriples;
import org.torchgraph.publication.Publication;
import org.torchgraph.publication.PublicationReader;
import org.torchgraph.query.QueryRequest;
import org.torchgraph.query.ResultReaders;
import org.torchgraph.query.Table;

/** Times parts of a reply over this repository's publication, each thing in its turn. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class Parts {
    private static final String BROWSER =
            "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8";
    private static final List<MediaType> OFFERS = List.of(
                    "text/turtle", "text/html", "application/ld+json", "application/n-triples", "application/rdf+xml")
            .stream()
            .map(MediaType::of)
            .toList();
    private static final String STAR =
            """
            PREFIX htz: <https://w3id.org/torchgraph/def#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            SELECT ?target ?is ?value {
              ?target a htz:Target ; htz:deadlineYear ?year ; skos:prefLabel ?name ; htz:comparator/skos:notation ?is ;
                htz:targetValue ?quantity . ?quantity <http://qudt.org/schema/qudt/numericValue> ?value
            }""";
    private static final String CHAIN =
            "SELECT ?type ?kind (COUNT(*) AS ?n) { ?one a ?type ; ?by ?other . ?other a ?kind } GROUP BY ?type ?kind";

    /** About how many things are described, evenly chosen. */
    private static final int THINGS = 300;

    private String base;
    private MemoryDataset dataset;
    private DatasetModel model;
    private RdfWriter writer;
    private List<Node> things;
    private List<Description> descriptions;
    private int next;

    /** Reads the publication. */
    @Setup
    public void read() {
        Publication publication =
                PublicationReader.read(Path.of(System.getProperty("torchgraph.home")), Optional.empty());
        base = publication.base();
        dataset = MemoryDataset.of(publication);
        model = DatasetModel.of(base, publication.prefixes(), dataset.snapshot(), publication.settings());
        writer = new RdfWriter(publication.prefixes(), dataset.snapshot().union());
        List<String> iris = model.resources()
                .iris()
                .filter(iri -> iri.startsWith(base + "id/"))
                .sorted()
                .toList();
        int step = Math.max(1, iris.size() / THINGS);
        things = IntStream.range(0, iris.size() / step)
                .mapToObj(at -> NodeFactory.createURI(iris.get(at * step)))
                .toList();
        descriptions = things.stream()
                .flatMap(thing -> model.resources().describe(thing, 1).stream())
                .toList();
        for (String query : List.of(STAR, CHAIN)) {
            if (rows(query).rows().isEmpty()) {
                throw new IllegalStateException("No rows: " + query);
            }
        }
    }

    /** Ends the threads of the queries. */
    @TearDown
    public void close() {
        dataset.close();
    }

    /** Chooses the form of a document for a browser. */
    @Benchmark
    public Optional<MediaType> negotiation() {
        return Accept.parse(BROWSER).best(OFFERS);
    }

    /** Chooses the language of a page. */
    @Benchmark
    public String language() {
        return AcceptLanguage.parse("zh-CN,zh;q=0.9,en;q=0.8").best(List.of("en", "zh"));
    }

    /** Describes a thing. */
    @Benchmark
    public Optional<Description> description() {
        next = (next + 1) % things.size();
        return model.resources().describe(things.get(next), 1);
    }

    /** Writes a description as Turtle. */
    @Benchmark
    public int turtle() throws IOException {
        next = (next + 1) % descriptions.size();
        Description description = descriptions.get(next);
        Node document = NodeFactory.createURI(description.thing().getURI().replaceFirst("/id/", "/doc/"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.triples(DocumentTriples.of(description, document), Format.TURTLE, out);
        return out.size();
    }

    /** Joins statements about one thing. */
    @Benchmark
    public Table starJoin() {
        return rows(STAR);
    }

    /** Joins the statements of all things with those of others. */
    @Benchmark
    public Table chainJoin() {
        return rows(CHAIN);
    }

    private Table rows(String query) {
        return dataset.snapshot().query(QueryRequest.of(query, base), ResultReaders.table(100_000));
    }
}
