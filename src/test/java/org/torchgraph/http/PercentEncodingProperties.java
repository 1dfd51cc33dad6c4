package org.torchgraph.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.torchgraph.routes.IriPaths;

class PercentEncodingProperties {
    private static final String BASE = "https://example.org/";
    private static final IriPaths PATHS = new IriPaths(BASE);

    @Property
    void uri_of_any_text_is_ascii_and_encoding_it_again_changes_nothing(@ForAll String text) {
        String uri = PercentEncoding.ascii(text);
        assertThat(uri).matches("[!#$%&'()*+,./0-9:;=?@A-Z\\[\\]_a-z~-]*");
        assertThat(PercentEncoding.ascii(uri)).isEqualTo(uri);
    }

    @Property
    void readable_form_means_the_same_uri(@ForAll("slugs") String slug) {
        String uri = PercentEncoding.ascii(slug);
        assertThat(PercentEncoding.readable(uri)).isEqualTo(slug);
        assertThat(PercentEncoding.ascii(PercentEncoding.readable(uri))).isEqualTo(uri);
    }

    @Property
    void any_text_can_be_made_readable(@ForAll String text) {
        PATHS.candidates("/" + text);
        PATHS.candidates("/" + PercentEncoding.ascii(text));
    }

    @Property
    void iri_is_among_the_candidates_of_its_own_path(@ForAll("slugs") String slug) {
        String raw = BASE + "id/" + slug;
        String encoded = PercentEncoding.ascii(raw);
        assertThat(PATHS.candidates(path(encoded))).contains(raw, encoded);
    }

    @Property
    void value_of_a_query_is_read_back_as_it_was(@ForAll String text) {
        assertThat(PercentEncoding.value(text)).matches("[%A-Za-z0-9._~-]*");
        String written = new String(text.getBytes(UTF_8), UTF_8);
        assertThat(URLDecoder.decode(PercentEncoding.value(text), UTF_8)).isEqualTo(written);
    }

    private static String path(String uri) {
        return uri.substring(BASE.length() - 1).replace("?", "%3F");
    }

    @Provide
    Arbitrary<String> slugs() {
        return Arbitraries.strings()
                .withCharRange('一', '龥')
                .withCharRange('a', 'z')
                .withCharRange('à', 'ö')
                .withCharRange('가', '힣')
                .withChars("-._~0/?:@!$'()*,;=+&");
    }
}
