package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.torchgraph.dataset.engine.RemoteDataset;
import org.torchgraph.kit.PlainFuseki;
import org.torchgraph.kit.StandInEngine;
import org.torchgraph.kit.TestSite;
import org.torchgraph.kit.ZonesExtract;

/** A page that asks an engine several times has the time of one query for all of it. */
class SharedDeadlineTest {
    private static final String PAGE = "/doc/policy/2020-state-council-high-quality-development.html?lang=en";

    @Test
    void requests_that_are_in_time_one_by_one_are_late_together() {
        try (PlainFuseki fuseki = new PlainFuseki().with(ZonesExtract.read());
                StandInEngine engine = new StandInEngine(fuseki.address().query())) {
            RemoteDataset dataset =
                    RemoteDataset.open(engine.address(), ZonesExtract.read().base(), TestSite.seconds(6));
            try (TestSite site = TestSite.of(ZonesExtract.read().withoutStatements(), dataset)
                    .searchable()) {
                engine.takes(Duration.ofSeconds(4));
                int before = engine.requests().size();
                HttpResponse<String> late = site.get(PAGE);
                assertThat(late.statusCode()).as(late.body()).isEqualTo(504);
                assertThat(engine.requests().size() - before).isGreaterThanOrEqualTo(2);
                engine.takes(Duration.ZERO);
                assertThat(site.get(PAGE).statusCode()).isEqualTo(200);
            }
        }
    }
}
