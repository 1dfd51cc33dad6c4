package org.torchgraph.site;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OA;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.VOID;
import org.torchgraph.dataset.Snapshot;
import org.torchgraph.dataset.memory.MemoryDataset;
import org.torchgraph.export.DumpFormats;
import org.torchgraph.messages.InterfaceLanguages;
import org.torchgraph.messages.Language;
import org.torchgraph.model.Claim;
import org.torchgraph.model.DatasetModel;
import org.torchgraph.model.Description;
import org.torchgraph.model.IncomingPage;
import org.torchgraph.model.Labels;
import org.torchgraph.model.Statement;
import org.torchgraph.model.catalogue.Versions;
import org.torchgraph.publication.DataFile;
import org.torchgraph.publication.Publication;
import org.torchgraph.publication.evidence.Passage;
import org.torchgraph.publication.settings.Settings;
import org.torchgraph.rdf.TripleSource;
import org.torchgraph.site.frame.PageContext;
import org.torchgraph.site.frame.Site;
import org.torchgraph.site.words.Appearance;
import org.torchgraph.site.words.LocalLinks;
import org.torchgraph.site.words.Reader;

/** A publication small enough to see through, and descriptions out of it. */
final class Sample {
    static final String BASE = "https://w3id.org/torchgraph/";
    private static final String DEF = BASE + "def#";
    private static final Settings SETTINGS = Settings.of(
            TripleSource.of(RDFParser.fromString(
                            """
                    PREFIX def: <https://w3id.org/torchgraph/def#>
                    PREFIX site: <https://w3id.org/torchgraph/site#>
                    [] site:kind [ site:order 1 ; site:symbol "square" ; site:colour "blue" ; site:class def:Policy ] ;
                      site:percent def:populationShare ; site:evidence def:evidence ; site:quoteDigest def:quoteSha256 ; site:basis def:basis ;
                      site:confidence def:confidence ; site:claimStatus def:claimStatus .
                    """,
                            Lang.TURTLE)
                    .toGraph()),
            Path.of("no-folder"));

    private final DatasetGraph data = DatasetGraphFactory.create();
    private final PrefixMap prefixes = PrefixMapFactory.create();

    /** One graph of Turtle, with relative IRIs and the usual prefixes. */
    static Sample of(String turtle) {
        return new Sample().add("graph/data", turtle);
    }

    private Sample() {
        prefixes.add("dct", DCTerms.NS);
        prefixes.add("htz", DEF);
        prefixes.add("skos", SKOS.uri);
        prefixes.add("rdf", RDF.uri);
        prefixes.add("rdfs", RDFS.uri);
        prefixes.add("eli", "http://data.europa.eu/eli/ontology#");
        prefixes.add("qudt", "http://qudt.org/schema/qudt/");
        prefixes.add("oa", OA.NS);
        prefixes.add("xsd", "http://www.w3.org/2001/XMLSchema#");
        prefixes.add("void", VOID.NS);
        prefixes.add("owl", "http://www.w3.org/2002/07/owl#");
    }

    Sample add(String graph, String turtle) {
        StringBuilder text = new StringBuilder("BASE <" + BASE + ">\n");
        prefixes.forEach((prefix, uri) -> text.append("PREFIX " + prefix + ": <" + uri + ">\n"));
        load(graph, text + turtle);
        return this;
    }

    private void load(String graph, String turtle) {
        Graph read = GraphMemFactory.createDefaultGraph();
        RDFParser.fromString(turtle, Lang.TURTLE).parse(read);
        Node name = NodeFactory.createURI(BASE + graph);
        read.stream().forEach(triple -> {
            data.add(Quad.create(name, triple));
            data.getDefaultGraph().add(triple);
        });
    }

    Snapshot snapshot() {
        List<DataFile> files = Iter.toList(data.listGraphNodes()).stream()
                .map(name ->
                        new DataFile("data/x.ttl", name, Iter.toList(data.find(name, Node.ANY, Node.ANY, Node.ANY))))
                .toList();
        return MemoryDataset.of(new Publication(
                        Path.of("nowhere"), BASE, "v", prefixes, files, List.of(), List.of(), List.of()))
                .snapshot();
    }

    Graph graph() {
        return data.getDefaultGraph();
    }

    TripleSource triples() {
        return TripleSource.of(data.getDefaultGraph());
    }

    Site site() {
        return Site.of(
                new LocalLinks(BASE),
                "5f2d8c1e9a7b4c3d5f2d8c1e9a7b4c3d",
                prefixes,
                model(),
                new DumpFormats(snapshot()),
                Appearance.of(SETTINGS),
                SETTINGS.website(),
                InterfaceLanguages.BUNDLED);
    }

    DatasetModel model() {
        return DatasetModel.of(BASE, prefixes, snapshot(), SETTINGS);
    }

    Versions versions() {
        return model().versions();
    }

    PageContext frame(Language language, boolean chosen, String path) {
        Reader reader = Reader.of(language, List.of(), chosen ? language.code() : "", List.of());
        return new PageContext(site(), reader, "http://127.0.0.1:3030", path, "", BASE, List.of());
    }

    Labels labels() {
        Map<Node, List<Node>> names = new LinkedHashMap<>();
        for (Node property : List.of(SKOS.prefLabel.asNode(), RDFS.label.asNode(), DCTerms.title.asNode())) {
            Map<Node, List<Node>> found = new LinkedHashMap<>();
            graph().stream(Node.ANY, property, Node.ANY)
                    .forEach(triple -> found.computeIfAbsent(triple.getSubject(), s -> new ArrayList<>())
                            .add(triple.getObject()));
            found.forEach(names::putIfAbsent);
        }
        return new Labels(names, prefixes);
    }

    Description describe(String path) {
        Node thing = NodeFactory.createURI(BASE + path);
        Map<Node, List<Statement>> parts = new LinkedHashMap<>();
        List<Statement> statements = statements(thing);
        parts(statements, thing, parts);
        List<Claim> claims = graph().stream(Node.ANY, RDF.subject.asNode(), thing)
                .map(Triple::getSubject)
                .map(this::claim)
                .sorted(Comparator.comparing(claim -> claim.node().toString()))
                .toList();
        List<Statement> incoming = graph().stream(Node.ANY, Node.ANY, thing)
                .filter(triple -> !triple.getPredicate().equals(RDF.subject.asNode()))
                .map(this::statement)
                .sorted(Comparator.comparing(statement -> statement.triple().toString()))
                .toList();
        return new Description(
                thing,
                statements,
                parts,
                claims,
                passages(thing),
                new IncomingPage(incoming.size(), 1, 1, incoming),
                List.of(),
                Optional.empty(),
                0,
                List.of(),
                labels());
    }

    private void parts(List<Statement> statements, Node thing, Map<Node, List<Statement>> parts) {
        for (Statement statement : statements) {
            Node object = statement.triple().getObject();
            boolean part = object.isBlank() || object.isURI() && object.getURI().startsWith(thing + "#");
            if (part && !parts.containsKey(object)) {
                parts.put(object, statements(object));
                parts(parts.get(object), thing, parts);
            }
        }
    }

    private List<Statement> statements(Node subject) {
        return graph().stream(subject, Node.ANY, Node.ANY)
                .map(this::statement)
                .sorted(Comparator.comparing(statement -> statement.triple().toString()))
                .toList();
    }

    private Statement statement(Triple triple) {
        return new Statement(
                triple,
                data.stream(Node.ANY, triple.getSubject(), triple.getPredicate(), triple.getObject())
                        .map(Quad::getGraph)
                        .filter(graph -> !Quad.isDefaultGraph(graph))
                        .sorted(Comparator.comparing(Node::toString))
                        .toList());
    }

    private Claim claim(Node node) {
        return new Claim(
                node,
                Triple.create(
                        one(node, RDF.subject.asNode()),
                        one(node, RDF.predicate.asNode()),
                        one(node, RDF.object.asNode())),
                statements(node),
                one(node, def("basis")),
                one(node, def("confidence")) == null
                        ? ""
                        : one(node, def("confidence")).getLiteralLexicalForm(),
                one(node, def("claimStatus")),
                passages(node),
                all(node, DCTerms.source.asNode()),
                all(node, SKOS.note.asNode()));
    }

    private List<Passage> passages(Node node) {
        return all(node, def("evidence")).stream()
                .map(evidence -> new Passage(
                        evidence,
                        one(evidence, OA.hasSource.asNode()),
                        null,
                        lines(evidence),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        one(evidence, def("quoteSha256")) == null
                                ? ""
                                : one(evidence, def("quoteSha256")).getLiteralLexicalForm()))
                .toList();
    }

    private String lines(Node evidence) {
        return all(evidence, OA.hasSelector.asNode()).stream()
                .flatMap(selector -> all(selector, RDF.value.asNode()).stream())
                .map(value -> value.getLiteralLexicalForm().replace("line=", "").replace(",", "-"))
                .findFirst()
                .orElse("");
    }

    private static Node def(String name) {
        return NodeFactory.createURI(DEF + name);
    }

    private Node one(Node subject, Node property) {
        return all(subject, property).stream().findFirst().orElse(null);
    }

    private List<Node> all(Node subject, Node property) {
        return graph().stream(subject, property, Node.ANY)
                .map(Triple::getObject)
                .toList();
    }
}
