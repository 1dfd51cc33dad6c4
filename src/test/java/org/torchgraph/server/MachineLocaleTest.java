package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.torchgraph.kit.TestSite;
import org.torchgraph.kit.ZonesExtract;

/** Pages are the same on a machine that writes numbers in another way. */
class MachineLocaleTest {
    private static final Locale OWN = Locale.getDefault();

    private static final List<String> PATHS = List.of(
            "/",
            "/def",
            "/doc/target/2021-green/energy-intensity-all",
            "/queries/indicator-tree",
            "/queries/issuers",
            "/queries/lineage",
            "/queries/quantity-over-time",
            "/queries/quantity-series");

    private static List<String> here;

    @BeforeAll
    static void read() {
        here = pages();
    }

    @AfterEach
    void back() {
        Locale.setDefault(OWN);
    }

    @ParameterizedTest
    @CsvSource({"de-DE", "ar-EG-u-nu-arab", "tr-TR"})
    void pictures_are_the_same_in_every_locale(String locale) {
        Locale.setDefault(Locale.forLanguageTag(locale));
        List<String> there = pages();
        for (int at = 0; at < PATHS.size(); at++) {
            assertThat(there.get(at)).as(PATHS.get(at)).isEqualTo(here.get(at));
        }
    }

    private static List<String> pages() {
        try (TestSite site = ZonesExtract.site()) {
            return PATHS.stream().map(path -> page(site, path)).toList();
        }
    }

    private static String page(TestSite site, String path) {
        HttpResponse<String> page = site.get(path, "Accept", "text/html", "Accept-Language", "en");
        assertThat(page.statusCode()).isEqualTo(200);
        return page.body().replace(site.url(""), "");
    }
}
