package org.torchgraph.http.accept;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptEncodingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gzip",
                "x-gzip",
                "GZIP;Q=0.001",
                "deflate, gzip;q=1.0, *;q=0.5",
                "*",
                "gzip;q=0.5",
                "gzip;q=0.5, identity;q=0.5",
                "br, identity;q=0.1, *;q=0.2",
                "gzip;q=.3",
                "gzip;q=0, x-gzip",
                "identity;q=0, *"
            })
    void gzip_is_liked(String header) {
        assertThat(AcceptEncoding.parse(header).prefers("gzip")).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "identity",
                "br",
                "gzip;q=0",
                "gzip;q=0, *",
                "gzip;q=0.5, identity;q=1",
                "*;q=0.1, identity",
                "*;q=0",
                "gzip;q=2",
                "gzip;q=x",
                "gz ip",
                ";q=1"
            })
    void gzip_is_not_liked(String header) {
        assertThat(AcceptEncoding.parse(header).prefers("gzip")).isFalse();
    }

    @Test
    void content_as_it_is_is_taken_unless_that_is_ruled_out() {
        for (String header : new String[] {"", "gzip", "identity;q=0.001, *;q=0", "gzip;q=0", "*"}) {
            assertThat(AcceptEncoding.parse(header).takesIdentity()).as(header).isTrue();
        }
        for (String header : new String[] {"identity;q=0", "*;q=0", "gzip, *;q=0.000"}) {
            assertThat(AcceptEncoding.parse(header).takesIdentity()).as(header).isFalse();
        }
    }
}
