package org.torchgraph.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.torchgraph.kit.Deployment;

/** Whatever is sent, the answer is below 500 and reflects nothing that could be run. */
class BadInputTest {
    private static final String SCRIPT = "<script>alert(1)</script>";

    @AutoClose
    private static final Deployment site = Deployment.open();

    private static String answer(String head) {
        String answer = site.web().raw(head);
        assertThat(answer).matches("(?s)HTTP/1\\.1 [234]\\d\\d .*");
        // The page of a question has a program in Java that asks it.
        assertThat(answer.replace("throws Exception {", ""))
                .doesNotContain("<script>alert", "Exception", "org.eclipse", "\tat ", "Jetty");
        assertThat(answer.lines().takeWhile(line -> !line.isEmpty())).allMatch(line -> line.matches("\\p{ASCII}*"));
        return answer;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Accept: \"",
                "Accept: text/html;q=, */*;q=7, ;;;",
                "Accept: <script>alert(1)</script>",
                "Accept: text/\u00e4",
                "Accept-Language: -, zh--, q=1, <script>alert(1)</script>",
                "Accept-Encoding: gzip;q=x, ,,",
                "Range: bytes=",
                "Range: bytes=99999999999999999999-1, x",
                "Range: <script>alert(1)</script>",
                "If-Range: \"",
                "If-None-Match: \"",
                "If-None-Match: W/, *, \"<script>alert(1)</script>\"",
                "If-Match: ,",
                "If-Modified-Since: 0",
                "If-Modified-Since: Fri, 99 Foo 2026 99:99:99 GMT",
                "If-Modified-Since: Fri, 01 Jan 999999999999 00:00:00 GMT",
                "If-Unmodified-Since: <script>alert(1)</script>",
                "Cookie: a=\"; =; \u00ff; $Version=x",
                "Cookie: <script>alert(1)</script>",
                "Content-Type: /",
                "Content-Length: -1",
                "Content-Length: 1\nContent-Length: 2",
                "Transfer-Encoding: nonsense",
                "Transfer-Encoding: chunked\nContent-Length: 3",
                "Expect: <script>alert(1)</script>",
                "Forwarded: for=\";host=<script>alert(1)</script>",
                "X-Forwarded-Host: <script>alert(1)</script>",
                "X-Forwarded-Proto: javascript",
                "X-Forwarded-Port: x",
                "Origin: <script>alert(1)</script>",
                "Upgrade: h2c\nHTTP2-Settings: !",
                "No colon",
                ": no name",
                "Folded: a\n b"
            })
    void fields_that_are_malformed(String field) {
        for (String path : new String[] {"/", "/doc/org/most", "/id/org/most", "/sparql?query=ASK%7B%7D", "/export"}) {
            answer("GET " + path + " HTTP/1.1\nHost: localhost\n" + field + "\n");
            answer("GET " + path + " HTTP/1.1\nHost: localhost\nAccept: text/html\n" + field + "\n");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                "a b",
                "a\"><script>alert(1)</script>",
                "[::1",
                "a:99999999",
                "a:b",
                "@",
                "\u00e4",
                "a/b",
                "a,b",
                "%00"
            })
    void hosts_that_are_malformed(String host) {
        answer("GET /export HTTP/1.1\nAccept: text/html\nHost: " + host + "\n");
        answer("GET /export HTTP/1.1\nAccept: text/html\nHost: localhost\nHost: " + host + "\n");
    }

    @Test
    void no_host_at_all() {
        assertThat(answer("GET / HTTP/1.1\n")).startsWith("HTTP/1.1 400");
        assertThat(answer("GET / HTTP/1.0\nAccept: text/html\n")).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/id/%3Cscript%3Ealert(1)%3C/script%3E",
                "/doc/<script>alert(1)</script>",
                "/doc/org/most?page=<script>alert(1)</script>",
                "/doc/org/most.html?x=<script>alert(1)</script>",
                "/?lang=\"><script>alert(1)</script>",
                "/queries/<script>alert(1)</script>",
                "/queries/policies.html?<script>alert(1)</script>=1",
                "/queries/policies.html?x=<script>alert(1)</script>",
                "/queries/targets-due-in.html?year=<script>alert(1)</script>",
                "/sparql?<script>alert(1)</script>",
                "/sparql?query=<script>alert(1)</script>",
                "/data?graph=<script>alert(1)</script>",
                "/export/<script>alert(1)</script>",
                "/assets/<script>alert(1)</script>.css",
                "/id/%",
                "/id/%zz",
                "/id/%00",
                "/id/%c0%af",
                "/id/%ff",
                "/id/\u00ff\u00fe",
                "/id/a%2fb",
                "/id/..%2f..%2fetc/passwd",
                "/assets/../../../../etc/passwd",
                "/assets/%2e%2e/%2e%2e/etc/passwd",
                "/webjars/..;/x",
                "//",
                "/id//",
                "/id/a;b=c",
                "/id/a#b",
                "/id/a|b^c`{d}",
                "/id/[x]",
                "/id/ ",
                "*",
                "http://other.example/",
                "javascript:alert(1)",
                "/doc/org/most?page=99999999999999999999",
                "/doc/org/most?page=-1",
                "/doc/org/most?page=%ff",
                "/?%",
                "/data?graph=http://[",
                "/data?graph=%00",
                "/data?graph=urn:x:%20y"
            })
    void addresses_that_are_malformed(String address) {
        for (String method : new String[] {"GET", "HEAD", "OPTIONS", "POST", "DELETE", "TRACE", "CONNECT", "BREW"}) {
            answer(method + " " + address + " HTTP/1.1\nHost: localhost\n");
        }
        answer("GET " + address + " HTTP/1.1\nHost: localhost\nAccept: text/html\n");
        answer("POST " + address + " HTTP/1.1\nHost: localhost\nContent-Type: " + SCRIPT + "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/9.9",
                "GET /",
                "GET",
                "",
                " / ",
                "GET  / HTTP/1.1",
                "<script>alert(1)</script> / HTTP/1.1"
            })
    void request_lines_that_are_malformed(String line) {
        answer(line + "\nHost: localhost\n");
    }

    @Test
    void headers_that_are_too_long_are_told_as_such() {
        String answer = answer("GET / HTTP/1.1\nHost: localhost\nX: " + "x".repeat(200_000) + "\n");
        assertThat(answer).startsWith("HTTP/1.1 431").contains("application/problem+json", "#headers-too-large");
    }

    @Test
    void a_client_that_is_still_sending_its_head_reads_the_refusal() {
        String head = "GET / HTTP/1.1\nHost: localhost\nX: " + "x".repeat(2_000_000) + "\n";
        for (int time = 0; time < 200; time++) {
            assertThat(site.web().raw(head)).startsWith("HTTP/1.1 431");
        }
    }

    @Test
    void a_way_that_is_not_trusted_changes_nothing() {
        String plain = answer("GET /export HTTP/1.1\nHost: here.example\nAccept: text/html\n");
        String forwarded = answer(
                "GET /export HTTP/1.1\nHost: here.example\nAccept: text/html\n"
                        + "X-Forwarded-Host: other.example\nX-Forwarded-Proto: https\nForwarded: host=other.example;proto=https\n");
        assertThat(plain).contains("http://here.example/");
        assertThat(forwarded).contains("http://here.example/").doesNotContain("other.example");
    }
}
