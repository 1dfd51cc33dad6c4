package org.torchgraph.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.dataset.memory.MemoryDataset;
import org.torchgraph.kit.Checkout;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;
import org.torchgraph.kit.Web;
import org.torchgraph.publication.Publication;
import org.torchgraph.question.Question;
import org.torchgraph.question.Questions;
import org.torchgraph.server.ServerAddress;
import org.torchgraph.server.TorchgraphServer;
import org.torchgraph.server.kept.VersionArchives;
import org.torchgraph.server.version.ReplaceableVersion;

/** Each question of this publication has the same answer, byte for byte, once the publication is another. */
class LastingAnswersTest {
    @Test
    void each_answer_at_this_version_is_the_same_once_the_publication_is_another(@TempDir Path root)
            throws IOException {
        Publication now = Checkout.copiedTo(root.resolve("now")).read();
        Publication later = PublicationFolder.in(root.resolve("later"))
                .turtle("data/catalog.ttl", "<dataset> void:uriSpace \"" + now.base() + "\" .")
                .read();
        MemoryDataset dataset = new MemoryDataset(later, TestSite.seconds(60));
        ReplaceableVersion served = new ReplaceableVersion();
        served.replace(TestSite.version(later, dataset.snapshot(), "test"));
        VersionArchives archives = new VersionArchives(
                root.resolve("kept"),
                1,
                now.base(),
                Duration.ofSeconds(60),
                old -> TestSite.version(old, dataset.candidate(old), "test"));
        served.keep(archives);
        assertThat(archives.keep(now.version(), Instant.EPOCH, now.quads().count(), root.resolve("now")))
                .isTrue();
        assertThat(archives.keep(later.version(), Instant.now(), 1, root.resolve("later")))
                .isTrue();
        try (TestSite before = TestSite.of(now, TestSite.seconds(60));
                TorchgraphServer after = TorchgraphServer.start(ServerAddress.of("127.0.0.1", 0), served, dataset)) {
            Web web = new Web("http://127.0.0.1:" + after.port());
            List<Question> questions = Questions.of(now).all();
            assertThat(questions).hasSizeGreaterThan(80).noneMatch(Question::isVolatile);
            for (Question question : questions) {
                String path = "/queries/" + question.name() + (question.query().isSelectType() ? ".csv" : ".nt");
                assertThat(web.bytes(path).body())
                        .as(path)
                        .isNotEqualTo(before.bytes(path).body());
                assertThat(web.bytes(path + "?version=" + now.version()).body())
                        .as(path)
                        .isEqualTo(before.bytes(path).body());
            }
        }
    }
}
