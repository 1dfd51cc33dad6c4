package org.torchgraph.http.accept;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.torchgraph.http.MediaType;

class AcceptTest {
    private static final List<MediaType> OFFERS = Stream.of(
                    "text/html", "text/turtle", "application/ld+json", "application/n-triples", "application/rdf+xml")
            .map(MediaType::of)
            .toList();

    private static String best(String header) {
        return Accept.parse(header).best(OFFERS).map(MediaType::toString).orElse("none");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "*/*", ",", "nonsense", "text/", "*/html", "text/turtle;q=lots"})
    void nothing_well_formed_means_anything_and_gives_the_first_offer(String header) {
        assertThat(best(header)).isEqualTo("text/html");
    }

    @Test
    void rdfxml_first_client_does_not_get_html() {
        assertThat(best("application/rdf+xml, application/rss;q=0.5, application/xml;q=0.5, text/xml;q=0.5, "
                        + "application/atom+xml;q=0.3, text/html;q=0.2, */*;q=0.1"))
                .isEqualTo("application/rdf+xml");
        assertThat(best("application/rdf+xml,text/html;q=0.9")).isEqualTo("application/rdf+xml");
    }

    @Test
    void browser_gets_html() {
        assertThat(best("text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8"))
                .isEqualTo("text/html");
    }

    @Test
    void jena_gets_turtle() {
        assertThat(best("text/turtle,application/n-triples;q=0.9,application/ld+json;q=0.8,"
                        + "application/rdf+xml;q=0.7,*/*;q=0.3"))
                .isEqualTo("text/turtle");
    }

    @Test
    void equal_weights_go_by_the_order_of_the_offers() {
        assertThat(best("application/ld+json, text/turtle")).isEqualTo("text/turtle");
        assertThat(best("application/*")).isEqualTo("application/ld+json");
    }

    @Test
    void of_equal_weights_a_type_that_is_named_goes_before_one_that_a_wildcard_lets_through() {
        assertThat(best("application/ld+json, */*")).isEqualTo("application/ld+json");
        assertThat(best("*/*, application/rdf+xml")).isEqualTo("application/rdf+xml");
        assertThat(best("image/png, application/*, */*")).isEqualTo("application/ld+json");
        assertThat(best("text/turtle;q=0.5, */*;q=0.5")).isEqualTo("text/turtle");
        assertThat(best("application/*, application/rdf+xml, */*")).isEqualTo("application/rdf+xml");
        assertThat(best("application/ld+json;q=0.9, */*")).isEqualTo("text/html");
        assertThat(best("application/n-triples;charset=utf-8, text/*")).isEqualTo("application/n-triples");
    }

    @Test
    void closest_range_gives_the_weight_whatever_its_place() {
        assertThat(best("*/*, text/html;q=0")).isEqualTo("text/turtle");
        assertThat(best("text/*;q=0.9, text/html;q=0.1, */*;q=0.5")).isEqualTo("text/turtle");
        assertThat(best("text/*;q=0.3, application/*;q=0.2, text/html;q=0")).isEqualTo("text/turtle");
    }

    @Test
    void example_of_the_rfc_holds() {
        Accept accept = Accept.parse(
                "text/*;q=0.3, text/plain;q=0.7, text/plain;format=flowed, text/plain;format=fixed;q=0.4, */*;q=0.5");
        assertThat(accept.quality(MediaType.of("text/plain;format=flowed"))).isEqualTo(1000);
        assertThat(accept.quality(MediaType.of("text/plain"))).isEqualTo(700);
        assertThat(accept.quality(MediaType.of("text/html"))).isEqualTo(300);
        assertThat(accept.quality(MediaType.of("image/jpeg"))).isEqualTo(500);
        assertThat(accept.quality(MediaType.of("text/plain;format=fixed"))).isEqualTo(400);
        assertThat(accept.quality(MediaType.of("text/html;level=3"))).isEqualTo(300);
    }

    @Test
    void nothing_acceptable_is_empty() {
        assertThat(best("image/png")).isEqualTo("none");
        assertThat(best("*/*;q=0")).isEqualTo("none");
        assertThat(best("text/html;q=0.000")).isEqualTo("none");
    }

    @Test
    void malformed_range_does_not_spoil_the_others() {
        assertThat(best("text/html;q=2, ;;, /, text/turtle;q=0.2")).isEqualTo("text/turtle");
        assertThat(best("text/html, image/gif, *; q=.2, text/turtle; q=.2")).isEqualTo("text/html");
    }

    @Test
    void parameters_that_the_offer_lacks_are_hints() {
        assertThat(best("application/ld+json;profile=\"http://www.w3.org/ns/json-ld#compacted, x\""))
                .isEqualTo("application/ld+json");
        assertThat(best("text/turtle; charset=UTF-8")).isEqualTo("text/turtle");
    }

    @Test
    void parameter_with_another_value_excludes() {
        assertThat(Accept.parse("text/plain;charset=latin1").best(List.of(MediaType.of("text/plain;charset=utf-8"))))
                .isEmpty();
        assertThat(Accept.parse("text/plain;charset=UTF-8").best(List.of(MediaType.of("text/plain;charset=utf-8"))))
                .isPresent();
    }

    @Test
    void names_are_compared_without_case() {
        assertThat(best("TEXT/Turtle;Q=0.5")).isEqualTo("text/turtle");
    }

    @Test
    void offers_may_be_anything_with_a_media_type() {
        assertThat(Accept.parse("text/turtle").best(List.of("text/html", "text/turtle"), MediaType::of))
                .contains("text/turtle");
    }
}
