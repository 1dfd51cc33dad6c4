package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;

class TrustedProxiesTest {
    @TempDir
    Path root;

    private TestSite behind(String... addresses) {
        return TestSite.of(
                PublicationFolder.in(root).read(), TestSite.seconds(10), TrustedProxies.at(List.of(addresses)));
    }

    private static String export(TestSite site, String... fields) {
        return site.get("/export", fields).body();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.0/8"})
    void a_trusted_proxy_says_how_the_site_was_reached(String address) {
        try (TestSite site = behind("192.0.2.1", address)) {
            assertThat(export(site, "X-Forwarded-Proto", "https", "X-Forwarded-Host", "site.example"))
                    .contains("https://site.example/sparql");
            assertThat(export(site, "Forwarded", "for=192.0.2.7;host=other.example;proto=https"))
                    .contains("https://other.example/sparql");
            assertThat(site.get("/export").headers().firstValue("ETag"))
                    .isNotEqualTo(site.get("/export", "X-Forwarded-Host", "site.example")
                            .headers()
                            .firstValue("ETag"));
        }
    }

    @Test
    void nobody_else_does() {
        try (TestSite site = behind("192.0.2.1");
                TestSite alone = behind()) {
            for (TestSite each : List.of(site, alone)) {
                assertThat(export(each, "X-Forwarded-Host", "site.example", "Forwarded", "host=site.example"))
                        .contains(each.url("/sparql"))
                        .doesNotContain("site.example");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"host=\"><script>", "host=\"a b\"", "for=\"", "proto=javascript", ";;=", "host=a:b:c"})
    void what_a_proxy_passes_on_is_below_500_and_not_run(String forwarded) {
        try (TestSite site = behind("127.0.0.1")) {
            for (String name : List.of("Forwarded", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Forwarded-Port")) {
                assertThat(site.get("/export", name, forwarded).statusCode()).isLessThan(500);
                assertThat(export(site, name, forwarded)).doesNotContain("<script>");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10.0.0.0/99", "proxy.example", "10.0.0.x"})
    void what_is_no_address_is_refused(String address) {
        assertThatIllegalArgumentException().isThrownBy(() -> TrustedProxies.at(List.of(address)));
    }
}
