package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;

class DumpTest {
    @Test
    void a_format_that_cannot_say_it_all_is_406(@TempDir Path root) {
        PublicationFolder folder = PublicationFolder.in(root)
                .turtle("data/a.ttl", "<id/a> <http://example.org/property/1> \"no name of XML\" .");
        try (TestSite site = TestSite.of(folder.read(), TestSite.seconds(10))) {
            HttpResponse<String> xml = site.get("/export/torchgraph.rdf");
            assertThat(xml.statusCode()).isEqualTo(406);
            assertThat(xml.body()).contains("http://example.org/property/1");
            assertThat(site.get("/export/torchgraph.nt").body()).contains("no name of XML");
        }
    }
}
