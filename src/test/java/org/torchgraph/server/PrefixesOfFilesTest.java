package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;
import org.torchgraph.publication.Publication;
import org.torchgraph.publication.PublicationReader;

/** Prefixes at the heads of files serve where the table has none. */
class PrefixesOfFilesTest {
    private static final String CATALOGUE =
            """
            <http://example.org/dataset> <http://rdfs.org/ns/void#uriSpace> "http://example.org/" .
            """;

    private static final String KITES =
            """
            @prefix : <http://empty.example/> .
            @prefix all: <http://example.org/> .
            @prefix http: <http://www.w3.org/2011/http#> .
            @prefix odd: <http://odd.example/no-end> .
            @prefix terms: <http://purl.org/dc/terms/> .
            @prefix wing: <http://wings.example/ns#> .
            <http://example.org/id/kite> a wing:Kite ; wing:span 3 ; wing:like <http://example.org/id/other%20kite> .
            <http://example.org/id/other%20kite> wing:span 4 .
            @prefix late: <http://late.example/> .
            <http://example.org/id/kite> late:p 1 .
            """;

    @TempDir
    Path root;

    private PublicationFolder folder() {
        return new PublicationFolder(root)
                .write("data/catalog.nt", CATALOGUE)
                .write("data/b-kites.ttl", KITES)
                .write("data/c-more.trig", "PREFIX wing: <http://second.example/> PREFIX tail: <http://tails.example/>")
                .write(
                        "data/d-more.rdf",
                        """
                        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:line="http://lines.example/#">
                        <rdf:Description rdf:about="http://example.org/id/kite"><line:of>silk</line:of></rdf:Description></rdf:RDF>
                        """)
                .write("data/e-broken.ttl", "PREFIX sail: <http://sails.example/> PREFIX sad: <relative#>\n");
    }

    @Test
    void first_file_has_a_prefix_and_only_usual_ones_of_heads_are_taken() {
        assertThat(folder().read().prefixes().getMapping())
                .containsEntry("wing", "http://wings.example/ns#")
                .containsEntry("tail", "http://tails.example/")
                .containsEntry("line", "http://lines.example/#")
                .containsEntry("sail", "http://sails.example/")
                .containsEntry("dct", "http://purl.org/dc/terms/")
                .doesNotContainKeys("", "http", "odd", "terms", "late", "sad");
    }

    @Test
    void the_table_wins_and_its_own_head_is_not_taken() {
        Publication publication = folder().write(
                        "ontology/prefixes.ttl",
                        """
                        PREFIX sh: <http://www.w3.org/ns/shacl#>
                        <http://example.org/def> sh:declare
                            [ sh:prefix "wing" ; sh:namespace "http://table.example/" ] ,
                            [ sh:prefix "cord" ; sh:namespace "http://lines.example/#" ] .
                        """)
                .read();
        assertThat(publication.prefixes().getMapping())
                .containsEntry("wing", "http://table.example/")
                .containsEntry("cord", "http://lines.example/#")
                .containsEntry("tail", "http://tails.example/")
                .doesNotContainKeys("line", "sh", "skos");
    }

    @Test
    void a_publication_read_without_its_statements_has_the_same_prefixes() {
        folder();
        assertThat(PublicationReader.readWithoutStatements(root, Optional.empty())
                        .prefixes()
                        .getMapping())
                .isEqualTo(new PublicationFolder(root).read().prefixes().getMapping());
    }

    @Test
    void pages_turtle_and_the_editor_use_them() {
        folder().write("data/e-broken.ttl", "");
        try (TestSite site = TestSite.of(new PublicationFolder(root).read(), TestSite.seconds(20))) {
            assertThat(site.get("/doc/kite?lang=en", "Accept", "text/html").body())
                    .contains("wing:Kite", ">other kite<")
                    .doesNotContain("all:id");
            assertThat(site.get("/doc/kite.ttl").body())
                    .contains("PREFIX wing: <http://wings.example/ns#>", "wing:span 3")
                    .doesNotContain("<http://wings.example/ns#span>");
            assertThat(site.get("/sparql?lang=en", "Accept", "text/html").body())
                    .contains("PREFIX wing: &lt;http://wings.example/ns#&gt;");
            assertThat(site.get("/sparql/terms").body()).contains("\"http://wings.example/ns#\"");
        }
    }
}
