package org.torchgraph.http.accept;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.torchgraph.http.EntityTag;
import org.torchgraph.http.MediaType;
import org.torchgraph.http.PercentEncoding;
import org.torchgraph.http.Preconditions.EntityTags;

class AcceptProperties {
    private static final List<MediaType> OFFERS = List.of(MediaType.of("text/html"), MediaType.of("text/turtle"));

    @Property
    void any_header_is_read(@ForAll String header) {
        assertThat(Accept.parse(header).ranges()).isNotEmpty();
        assertThat(AcceptLanguage.parse(header).best(List.of("en", "zh"))).isIn("en", "zh");
        AcceptEncoding codings = AcceptEncoding.parse(header);
        assertThat(codings.takes("gzip") || !codings.prefers("gzip")).isTrue();
        assertThat(EntityTags.parse(header).tags()).doesNotContainNull();
    }

    @Property
    void any_header_of_the_right_characters_is_read(@ForAll("headers") String header) {
        assertThat(Accept.parse(header).best(OFFERS)).isNotNull();
        assertThat(AcceptLanguage.parse(header).best(List.of("en", "zh"))).isIn("en", "zh");
        EntityTags.parse(header).known(EntityTag.of("1"));
    }

    @Example
    void long_headers_do_not_exhaust_the_stack() {
        for (String element : List.of("a-", "\"\\", "a=\"b\\\"\";", "%41", "%E9%AB%98", "a/b;", "W/\"\",")) {
            String header = "a/b;c=\"" + element.repeat(50_000);
            any_header_is_read(header);
            any_header_is_read(element.repeat(50_000));
            PercentEncoding.readable(PercentEncoding.ascii(header));
        }
    }

    @Property
    void highest_weight_wins(@ForAll("weights") int html, @ForAll("weights") int turtle) {
        Accept accept = Accept.parse("text/html;q=0.%03d, text/turtle;q=0.%03d".formatted(html, turtle));
        String expected = html >= turtle ? "text/html" : "text/turtle";
        assertThat(accept.best(OFFERS)).contains(MediaType.of(expected));
    }

    @Provide
    Arbitrary<String> headers() {
        return Arbitraries.of(
                        "text", "html", "turtle", "*", "/", ";", ",", "=", "q", "0", ".", "1", "5", "\"", "\\", " ")
                .list()
                .ofMaxSize(30)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<Integer> weights() {
        return Arbitraries.integers().between(1, 999);
    }
}
