package org.torchgraph.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.junit.jupiter.api.Test;

class RelayTest {
    @Test
    void requests_and_the_time_of_their_answers_are_those_of_the_engine() throws Exception {
        HttpServer engine = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        engine.createContext("/sparql", exchange -> {
            try (exchange) {
                Thread.sleep(50);
                exchange.sendResponseHeaders(200, 2);
                exchange.getResponseBody().write(new byte[] {'h', 'i'});
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        });
        engine.start();
        URI there = URI.create("http://127.0.0.1:" + engine.getAddress().getPort() + "/sparql");
        try (Relay relay = new Relay(there);
                Client client = new Client("127.0.0.1", relay.address().getPort())) {
            long begun = System.nanoTime();
            byte[] request = client.get(relay.address().getPath());
            assertEquals("hi", client.send(request).text());
            assertEquals("hi", client.send(request).text());
            Relay.Asked asked = relay.since(begun);
            assertEquals(2, asked.requests());
            assertTrue(asked.millis() >= 100 && asked.millis() <= (System.nanoTime() - begun) / 1e6);
            assertEquals(0, relay.since(System.nanoTime()).requests());
        } finally {
            engine.stop(0);
        }
    }
}
