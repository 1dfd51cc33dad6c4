package org.torchgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.torchgraph.kit.Cli;
import org.torchgraph.publication.Publication;
import org.torchgraph.publication.PublicationReader;
import org.torchgraph.rdf.digest.SortedNQuads;

/** {@code check --tidy}. */
class TidyTest extends CommandRuns {
    @Test
    void check_tidy_sorts_turtle_files_and_keeps_the_comments_at_their_head() throws IOException {
        String head =
                "BASE <http://example.org/>\nPREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>\n\n# About b and a.\n\n";
        folder.write(
                "data/b.ttl",
                "# About b and a.\n" + PREFIXES
                        + "<id/b> rdfs:label '#B' .\n<http://example.org/id/a2>\nrdfs:label \"\"\"x # no comment\"\"\" .\n");
        assertThat(run("check", "--tidy").out()).contains("tidied data/b.ttl\n");
        assertThat(Files.readString(root.resolve("data/b.ttl")))
                .isEqualTo(head + "<id/a2> rdfs:label \"x # no comment\" .\n\n<id/b> rdfs:label \"#B\" .\n");
        assertThat(run("check", "--tidy").out()).doesNotContain("tidied");
    }

    @Test
    void check_tidy_loses_no_comment_and_touches_nothing_that_has_faults() throws IOException {
        String text = PREFIXES + "<id/b> rdfs:label 'B' . # why\n";
        folder.write("data/b.ttl", text);
        Cli cli = run("check", "--tidy");
        assertThat(cli.exit()).isEqualTo(1);
        assertThat(cli.err())
                .isEqualTo("torchgraph: data/b.ttl:3 is not rewritten, because there is a comment between statements:"
                        + " move it to the head of the file, or write it as a statement\n");
        assertThat(Files.readString(root.resolve("data/b.ttl"))).isEqualTo(text);
        String broken = PREFIXES + "<id/z> rdfs:label ; .\n<id/a> rdfs:label 'A' .\n";
        folder.write("data/b.ttl", broken);
        assertThat(run("check", "--tidy").exit()).isEqualTo(1);
        assertThat(Files.readString(root.resolve("data/b.ttl"))).isEqualTo(broken);
    }

    @Test
    void check_tidy_keeps_what_rdf_1_2_says_and_its_version() throws IOException {
        folder.write(
                "data/b.ttl",
                "VERSION \"1.2\"\n# About b.\n" + PREFIXES
                        + "_:a rdfs:label 'Ann' .\n<id/b> rdfs:seeAlso <<( _:a rdfs:comment 'x # y'@ar--rtl )>> ; rdfs:label 'B' ~ <id/r> {| rdfs:comment 'z' |} .\n");
        Publication before = PublicationReader.read(root, Optional.empty());
        assertThat(run("check", "--tidy").out()).contains("tidied data/b.ttl\n");
        Publication after = PublicationReader.read(root, Optional.empty());
        assertThat(SortedNQuads.lines(after.quads().toList()))
                .isEqualTo(SortedNQuads.lines(before.quads().toList()));
        assertThat(Files.readString(root.resolve("data/b.ttl")))
                .startsWith("VERSION \"1.2\"\nBASE <http://example.org/>\n")
                .contains("# About b.");
        assertThat(run("check", "--tidy").out()).doesNotContain("tidied");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<id/b> rdfs:seeAlso <<( <id/a>\n rdfs:label 1 # why >\n)>> .\n",
                "<id/b> rdfs:label 1 .# why\n",
                "PREFIX e: <urn:ex:> # why\n<id/b> rdfs:label 1 .\n",
                "PREFIX e: <urn:ex:> <id/b> rdfs:label 1 . # why\n",
                "PREFIX e: <urn:ex:>\n<id/b> rdfs:label e:a# why\n .\n",
                "VERSION '1.2' # why\n<id/b> rdfs:label 1 .\n"
            })
    void check_tidy_sees_every_comment(String text) throws IOException {
        folder.write("data/b.ttl", PREFIXES + text);
        Cli cli = run("check", "--tidy");
        assertThat(cli.err()).contains("because there is a comment between statements");
        assertThat(root.resolve("data/b.ttl")).hasContent(PREFIXES + text);
    }

    @Test
    void check_tidy_leaves_a_file_that_sorted_turtle_cannot_say() throws IOException {
        String text = PREFIXES + "<id/b> rdfs:seeAlso <http://e/a/../b> , <http://e/b> .\n";
        folder.write("data/b.ttl", text);
        Cli cli = run("check", "--tidy");
        assertThat(cli.exit()).isEqualTo(1);
        assertThat(cli.err()).startsWith("torchgraph: data/b.ttl: ").hasLineCount(1);
        assertThat(root.resolve("data/b.ttl")).hasContent(text);
        assertThat(run("export", "--format", "ntriples").out()).contains("<http://e/a/../b> .");
        assertThat(run("export").err()).contains("<http://e/a/../b>").hasLineCount(1);
    }

    @Test
    void faults_of_files_are_told_in_the_language_that_is_asked_for() {
        folder.write("data/b.ttl", PREFIXES + "<id/z> rdfs:label ; .\n").write("queries/sub/c.rq", "");
        Cli english = run("check", "--tidy");
        Cli chinese = run("check", "--tidy", "--lang", "zh");
        assertThat(english.err()).contains("queries/sub/c.rq: error: ").doesNotContainPattern("\\p{IsHan}");
        assertThat(chinese.err()).containsPattern("queries/sub/c\\.rq: error: .*\\p{IsHan}");
        assertThat(chinese.err().lines()).hasSameSizeAs(english.err().lines().toList());
    }
}
