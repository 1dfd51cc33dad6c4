package org.torchgraph.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.dataset.Snapshot;
import org.torchgraph.dataset.memory.MemoryDataset;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.publication.DataFile;
import org.torchgraph.publication.Location;
import org.torchgraph.publication.Locator;
import org.torchgraph.publication.Publication;
import org.torchgraph.publication.evidence.EvidenceTerms;
import org.torchgraph.publication.settings.Presentation;
import org.torchgraph.publication.settings.Settings;
import org.torchgraph.publication.settings.Settings.SeveritySetting;
import org.torchgraph.publication.settings.WebSettings;
import org.torchgraph.publication.settings.Website;
import org.torchgraph.rdf.TripleSource;

/** Triples in a dataset that no folder is behind, as a request to write them has them. */
class DataChecksTest {
    private static final String PREFIXES =
            """
            BASE <http://example.org/>
            PREFIX ex: <http://example.org/def#>
            PREFIX owl: <http://www.w3.org/2002/07/owl#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX sh: <http://www.w3.org/ns/shacl#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            """;

    private static final String SHAPES =
            """
            ex:Shape a sh:NodeShape ; sh:targetClass ex:Thing ;
              sh:property [ sh:path ex:name ; sh:minCount 1 ; sh:message "a thing needs a name"@en ] ;
              sh:sparql [ sh:message "of itself"@en ; sh:select "SELECT $this { $this <http://example.org/def#of> $this }" ] .
            """;

    private static final String DATA =
            """
            ex:Thing a owl:Class ; rdfs:label "thing"@en . ex:of a owl:ObjectProperty . ex:name a owl:DatatypeProperty .
            <id/a> a ex:Thing ; ex:name "a" ; ex:of <id/a> , <graph/a> .
            <id/b> a ex:Thing ; ex:of <id/nowhere> , <id/a%2Fb> ; ex:nmae "b" .
            <id/a%2Fb> rdfs:label "a \u202E b"@en .
            <concept/x> a skos:Concept ; skos:prefLabel "x"@en .
            """;

    @TempDir
    Path root;

    private static TripleSource triples(String turtle) {
        return TripleSource.of(
                RDFParser.fromString(PREFIXES + turtle, Lang.TURTLE).toGraph());
    }

    /** The data in one graph of a dataset; findings are at the graph of their subject. */
    private static CheckedData inMemory(Settings settings) {
        Node graph = NodeFactory.createURI("http://example.org/graph/a");
        List<Quad> quads = triples(DATA + SHAPES)
                .find()
                .map(triple -> Quad.create(graph, triple))
                .toList();
        Publication held = new Publication(
                Path.of("no-such-folder"),
                "http://example.org/",
                "1",
                PrefixMapFactory.create(Map.of("ex", "http://example.org/def#")),
                List.of(new DataFile("put", graph, quads)),
                List.of(),
                List.of(),
                List.of());
        Snapshot snapshot = MemoryDataset.of(held).snapshot();
        Locator places = (subject, property, object) -> snapshot.quads(subject, Node.ANY, Node.ANY)
                .map(quad -> Location.in(quad.getGraph().getURI()))
                .findFirst()
                .orElseThrow();
        return new CheckedData(held.base(), held.prefixes(), settings, triples(SHAPES), snapshot, places);
    }

    private Publication inFolder() {
        return PublicationFolder.in(root)
                .write(
                        "ontology/prefixes.ttl",
                        PREFIXES
                                + """
                        <dataset> sh:declare [ sh:prefix "ex" ; sh:namespace "http://example.org/def#" ] .
                        """)
                .write("ontology/shapes.ttl", PREFIXES + SHAPES)
                .write("data/a.ttl", PREFIXES + DATA)
                .read();
    }

    private static List<Rule> rules(Publication publication) {
        return Rules.of(publication).all();
    }

    @Test
    void triples_that_are_in_no_file_have_the_findings_of_files_at_the_places_of_their_locator() {
        Publication folder = inFolder();
        List<Finding> ofFiles = new Checks(folder).all(Map.of());
        List<Finding> found = new DataChecks(inMemory(Settings.DEFAULT), rules(folder)).all();
        assertThat(found.stream().map(Finding::message))
                .containsExactlyInAnyOrderElementsOf(
                        ofFiles.stream().map(Finding::message).toList());
        assertThat(found.stream().map(Finding::toString))
                .allMatch(line -> line.startsWith("http://example.org/graph/a: "))
                .anyMatch(line -> line.endsWith(" error: a thing needs a name: <id/b> ex:name"))
                .anyMatch(line -> line.endsWith(" error: of itself: <id/a>"))
                .anyMatch(line -> line.contains(" warning: nothing is said of <http://example.org/id/nowhere>"))
                .anyMatch(line -> line.contains(" error: nothing is said of <http://example.org/def#nmae>"))
                .anyMatch(line -> line.contains(" warning: ") && line.contains("202E"))
                .anyMatch(line -> line.contains("<concept/x>"))
                .noneMatch(line -> line.contains(".ttl"));
    }

    @Test
    void what_is_off_finds_nothing_there_either() {
        Publication folder = inFolder();
        Settings settings = new Settings(
                Map.of(
                        "dangling-link", SeveritySetting.OFF,
                        "undeclared-term", SeveritySetting.WARNING,
                        "concept-without-scheme", SeveritySetting.OFF),
                Presentation.DEFAULT,
                EvidenceTerms.DEFAULT,
                List.of(),
                WebSettings.DEFAULT,
                Website.DEFAULT);
        List<String> before = lines(Settings.DEFAULT, folder);
        assertThat(lines(settings, folder))
                .containsExactlyInAnyOrderElementsOf(before.stream()
                        .filter(line -> !line.contains("id/nowhere") && !line.contains("<concept/x>"))
                        .map(line -> line.contains("nmae") ? line.replace(": error: ", ": warning: ") : line)
                        .toList());
        assertThat(before).anyMatch(line -> line.contains("id/nowhere"));
    }

    private static List<String> lines(Settings settings, Publication folder) {
        return new DataChecks(inMemory(settings), rules(folder))
                .all().stream().map(Finding::toString).toList();
    }

    @Test
    void only_violations_of_shapes_are_asked_for_without_the_rest() {
        assertThat(new DataChecks(inMemory(Settings.DEFAULT), List.of()).violations())
                .extracting(Finding::toString)
                .containsExactly(
                        "http://example.org/graph/a: error: a thing needs a name: <id/b> ex:name",
                        "http://example.org/graph/a: error: of itself: <id/a>");
    }
}
