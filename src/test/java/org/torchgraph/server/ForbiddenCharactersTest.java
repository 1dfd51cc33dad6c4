package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;

/** Controls and noncharacters: HTML forbids them, and data may have them. */
class ForbiddenCharactersTest {
    @TempDir
    static Path root;

    @AutoClose
    private static TestSite site;

    @BeforeAll
    static void start() {
        site = TestSite.of(
                PublicationFolder.in(root)
                        .turtle(
                                "data/a.ttl",
                                """
                                <id/a> rdfs:label "a" ; ex:note "one\\u0001two\\u0007three\\u007Ffour\\u0085five\\uFFFEsix\\tseven" .
                                <id/s> a rdf:Seq ; rdf:_10 "ten" ; rdf:_2 "two" ; rdf:_1 "one" ; rdf:_9 "nine" .
                                """)
                        .write(
                                "queries/notes.rq",
                                "#+ title.en: Notes\nSELECT ?n { ?s <http://example.org/def#note> ?n }")
                        .read(),
                TestSite.seconds(20));
    }

    @Test
    void pages_show_a_picture_or_a_replacement_in_their_place() {
        for (String path : new String[] {"/doc/id/a", "/queries/notes", "/search?q=one%01two"}) {
            String page = site.get(path, "Accept", "text/html").body();
            assertThat(page.chars()
                            .filter(c -> c < ' ' && c != '\n' && c != '\t' && c != '\r'
                                    || c >= 0x7F && c < 0xA0
                                    || c >= 0xFFFE))
                    .as(path)
                    .isEmpty();
        }
        assertThat(site.get("/doc/id/a", "Accept", "text/html").body())
                .contains("one\u2401two\u2407three\u2421four\uFFFDfive\uFFFDsix\tseven");
    }

    @Test
    void data_keep_them() {
        assertThat(site.get("/queries/notes.csv").body())
                .contains("one\u0001two\u0007three\u007Ffour\u0085five\uFFFEsix\tseven");
        assertThat(site.get("/doc/id/a.nt").body()).contains("three").doesNotContain("\u2401", "\uFFFD");
    }

    @Test
    void members_of_a_sequence_stand_in_the_order_of_their_numbers() {
        assertThat(site.get("/doc/id/s.ttl").body()).containsSubsequence("rdf:_1 ", "rdf:_2 ", "rdf:_9 ", "rdf:_10 ");
        assertThat(site.get("/doc/id/s", "Accept", "text/html").body())
                .containsSubsequence(">one<", ">two<", ">nine<", ">ten<");
    }
}
