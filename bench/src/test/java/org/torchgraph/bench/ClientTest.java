package org.torchgraph.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClientTest {
    private ServerSocket server;
    private Client client;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        client = new Client("127.0.0.1", server.getLocalPort());
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        server.close();
    }

    @Test
    void replies_of_one_connection_are_read_to_their_ends() throws Exception {
        String longText = "星".repeat(40_000);
        int half = bytes(longText).length / 2;
        List<Integer> connections = serve(List.of(List.of(
                "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nhi",
                "HTTP/1.1 304 Not Modified\r\nContent-Length: 99\r\n\r\n",
                "HTTP/1.1 200 OK\r\nETag: \"x\"\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n1;a=b\r\n!\r\n0\r\nA: b\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: " + 2 * half + "\r\n\r\n" + longText)));
        assertEquals("hi", get().text());
        assertEquals(304, get().status());
        Client.Reply chunked = get();
        assertEquals("hi!", chunked.text());
        assertEquals("\"x\"", chunked.field("etag"));
        assertEquals(longText, get().text());
        assertEquals(List.of(4), connections);
    }

    @Test
    void a_kept_connection_that_the_server_closed_is_opened_again() throws Exception {
        List<Integer> connections = serve(List.of(
                List.of("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\na"),
                List.of("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nuntil the end"),
                List.of("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nb")));
        assertEquals("a", get().text());
        assertEquals("until the end", get().text());
        assertEquals("b", get().text());
        assertEquals(List.of(1, 1, 1), connections);
    }

    private Client.Reply get() throws IOException {
        return client.send(client.get("/", "Accept: text/plain"));
    }

    /** Answers requests with the replies given for each connection, then closes it, and counts the requests. */
    private List<Integer> serve(List<List<String>> connections) {
        List<Integer> requests = new ArrayList<>();
        Thread.ofVirtual().start(() -> {
            for (List<String> replies : connections) {
                requests.add(0);
                try (Socket socket = server.accept()) {
                    BufferedReader in = new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
                    for (String reply : replies) {
                        while (!in.readLine().isEmpty()) {
                            // A field of the request.
                        }
                        requests.set(requests.size() - 1, requests.get(requests.size() - 1) + 1);
                        socket.getOutputStream().write(bytes(reply));
                    }
                } catch (IOException closed) {
                    return;
                }
            }
        });
        return requests;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
