package org.torchgraph.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinkTest {

    @Test
    void attributes_are_quoted_in_the_order_given() {
        assertThat(Link.to("/doc/x.ttl", "alternate").type("text/turtle"))
                .hasToString("</doc/x.ttl>; rel=\"alternate\"; type=\"text/turtle\"");
    }

    @Test
    void target_is_percent_encoded_into_ascii() {
        assertThat(Link.to("/id/高新区?a=%E4&b=1 2", "canonical"))
                .hasToString("</id/%E9%AB%98%E6%96%B0%E5%8C%BA?a=%E4&b=1%202>; rel=\"canonical\"");
    }

    @Test
    void nothing_can_break_out_of_the_header() {
        assertThat(Link.to("/a>; rel=\"x\"\r\nSet-Cookie: b", "alternate").type("say \"hi\" \\ \r\nX: y"))
                .hasToString("</a%3E;%20rel=%22x%22%0D%0ASet-Cookie:%20b>; rel=\"alternate\"; "
                        + "type=\"say \\\"hi\\\" \\\\   X: y\"");
    }
}
