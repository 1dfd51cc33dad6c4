package org.torchgraph.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.dataset.Reach;
import org.torchgraph.dataset.Snapshot;
import org.torchgraph.dataset.View;
import org.torchgraph.dataset.memory.MemoryDataset;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.ZonesExtract;
import org.torchgraph.publication.Publication;
import org.torchgraph.query.Deadline;
import org.torchgraph.query.Limits;
import org.torchgraph.query.QueryRequest;
import org.torchgraph.query.ResultReader;
import org.torchgraph.rdf.TripleSource;

/** What a page needs of a thing comes by two reads, over a store that gives what it was asked for and nothing else. */
class ReachTest {
    @TempDir
    Path root;

    /** Gives copies of what a reach takes in, as a store elsewhere would, and counts them. */
    private static final class Elsewhere implements Snapshot {
        private final Snapshot whole;
        private final Map<Node, List<Quad>> pointingTo = new HashMap<>();
        private int reads;

        private Elsewhere(Snapshot whole) {
            this.whole = whole;
            whole.quads(Node.ANY, Node.ANY, Node.ANY)
                    .forEach(quad -> inside(quad.getObject()).forEach(node -> pointingTo
                            .computeIfAbsent(node, none -> new ArrayList<>())
                            .add(quad)));
        }

        @Override
        public View around(Collection<Node> nodes, Reach reach) {
            reads++;
            Set<Quad> read = new LinkedHashSet<>();
            Set<Node> taken = new HashSet<>();
            Deque<Node> open = new ArrayDeque<>(nodes);
            Set<Node> asked = new HashSet<>(nodes);
            while (!open.isEmpty()) {
                Node node = open.pop();
                if (!taken.add(node)) {
                    continue;
                }
                if (asked.contains(node)) {
                    for (Quad quad : pointingTo.getOrDefault(node, List.of())) {
                        if (reach.incoming() && nodes.contains(node)) {
                            read.add(quad);
                        }
                        if (reach.against().contains(quad.getPredicate())) {
                            open.push(quad.getSubject());
                            if (quad.getSubject().isBlank()) {
                                asked.add(quad.getSubject());
                            }
                        }
                    }
                }
                whole.quads(node, Node.ANY, Node.ANY)
                        .filter(quad -> reach.properties().isEmpty()
                                || reach.properties().contains(quad.getPredicate()))
                        .forEach(quad -> {
                            read.add(quad);
                            for (Node value : inside(quad.getObject())) {
                                if (value.isBlank() || reach.along().contains(quad.getPredicate())) {
                                    open.push(value);
                                    if (value.isBlank() && asked.contains(node)) {
                                        asked.add(value);
                                    }
                                }
                            }
                        });
            }
            return new Copy(List.copyOf(read), TripleSource.of(read.stream().map(Quad::asTriple)));
        }

        private static Set<Node> inside(Node object) {
            Set<Node> all = new LinkedHashSet<>(object.isTripleTerm() ? StatementIndex.inside(object) : Set.of());
            all.add(object);
            return all;
        }

        @Override
        public String version() {
            return whole.version();
        }

        @Override
        public Instant since() {
            return whole.since();
        }

        @Override
        public Snapshot with(Node name, TripleSource graph) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Snapshot describedBy(Node name, Set<String> vocabularies, Supplier<TripleSource> description) {
            throw new UnsupportedOperationException();
        }

        @Override
        public TripleSource union() {
            return whole.union();
        }

        @Override
        public Optional<TripleSource> graph(Node name) {
            return whole.graph(name);
        }

        @Override
        public Stream<Node> graphNames() {
            return whole.graphNames();
        }

        @Override
        public Stream<Quad> quads(Node subject, Node property, Node object) {
            return whole.quads(subject, property, object);
        }

        @Override
        public Limits limits() {
            return whole.limits();
        }

        @Override
        public <T> T query(QueryRequest request, ResultReader<T> reader, Deadline deadline) {
            return whole.query(request, reader, deadline);
        }
    }

    private record Copy(List<Quad> all, TripleSource union) implements View {
        @Override
        public Optional<TripleSource> graph(Node name) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Stream<Node> graphNames() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Stream<Quad> quads(Node subject, Node property, Node object) {
            return all.stream().filter(quad -> quad.asTriple().matches(subject, property, object));
        }

        @Override
        public View around(Collection<Node> nodes, Reach reach) {
            throw new UnsupportedOperationException();
        }
    }

    private static void two_reads_give_what_the_whole_gives(Publication publication) {
        Snapshot whole = MemoryDataset.of(publication).snapshot();
        Elsewhere elsewhere = new Elsewhere(whole);
        Resources here = new Resources(whole, publication.prefixes(), publication.settings());
        Resources there = new Resources(elsewhere, publication.prefixes(), publication.settings());
        List<String> things = here.iris().distinct().sorted().toList();
        assertThat(things).hasSizeGreaterThan(5);
        for (int at = 0; at < things.size(); at += 1 + things.size() / 400) {
            String thing = things.get(at);
            Node node = NodeFactory.createURI(thing);
            elsewhere.reads = 0;
            Description read = there.describe(node, 1).orElseThrow();
            assertThat(elsewhere.reads).as(thing).isEqualTo(2);
            Description all = here.describe(node, 1).orElseThrow();
            assertThat(values(read)).as(thing).isEqualTo(values(all));
            assertThat(sets(there.labels(List.of(node)))).isEqualTo(sets(here.labels(List.of(node))));
            assertThat(there.provenanceOf(List.of(node))).isEqualTo(here.provenanceOf(List.of(node)));
            for (Neighbourhood.Extent extent : List.of(
                    new Neighbourhood.Extent(0, true, true, true, ""),
                    new Neighbourhood.Extent(1, false, true, true, "en"))) {
                assertThat(there.excerpt(List.of(node), extent)).isEqualTo(here.excerpt(List.of(node), extent));
            }
        }
    }

    private static List<Object> values(Description description) {
        return List.of(
                description.statements(),
                description.parts(),
                description.claims(),
                description.passages(),
                description.incoming(),
                description.cited(),
                Set.copyOf(description.naming()),
                sets(description.labels()));
    }

    /** The literals that label a node are in no order. */
    private static Map<Node, Set<Node>> sets(Labels labels) {
        return labels.byNode().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> Set.copyOf(entry.getValue())));
    }

    @Test
    void policies_with_their_claims_and_passages() {
        two_reads_give_what_the_whole_gives(ZonesExtract.read());
    }

    @Test
    void parts_blank_nodes_triple_terms_label_resources_and_persons() {
        two_reads_give_what_the_whole_gives(PublicationFolder.in(root)
                .turtle(
                        "data/things.ttl",
                        """
                        PREFIX foaf: <http://xmlns.com/foaf/0.1/>
                        PREFIX skosxl: <http://www.w3.org/2008/05/skos-xl#>
                        PREFIX tg: <https://w3id.org/torchgraph/def#>
                        PREFIX oa: <http://www.w3.org/ns/oa#>
                        <id/a> a <def#Thing> ; skosxl:prefLabel <id/a#label> ; ex:by [ ex:who <id/person> ; ex:why [ ex:of <id/b> ] ] .
                        <id/a#label> skosxl:literalForm "The thing"@en , "物"@zh .
                        <def#Thing> rdfs:label "Kind"@en .
                        <id/person> foaf:givenName "Ada" ; foaf:familyName "Byron" .
                        <id/b> rdfs:label "Bee" ; dct:source <id/s> ; tg:evidence <id/e> .
                        <id/claim> rdf:subject <id/b> ; rdf:predicate ex:of ; rdf:object <id/a> ; tg:evidence <id/e> ; tg:confidence 0.5 .
                        [] rdf:subject <id/claim> ; rdf:predicate tg:confidence ; rdf:object 0.5 ; skos:note "doubt"@en .
                        [] rdf:reifies <<( <id/b> ex:of <<( <id/a> ex:of <id/person> )>> )>> ; ex:holds <id/claim> .
                        <id/reifier> rdf:reifies <<( <id/a> ex:by <id/person> )>> ; tg:evidence <id/e> .
                        <id/e> oa:hasSource <id/s> ; oa:hasSelector [ oa:start 1 ; oa:end 5 ] , [ rdf:value "line=2,4" ] .
                        <id/s> dct:title "Source"@en ; dct:publisher <id/person> ; dct:issued "2020"^^xsd:gYear .
                        """)
                .read());
    }
}
