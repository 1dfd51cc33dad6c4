package org.torchgraph.kit;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A server of files that knows nothing of this program, as a static host is. */
public final class StaticHost implements AutoCloseable {
    private final HttpServer server;

    public StaticHost(Path folder) {
        server = SimpleFileServer.createFileServer(
                new InetSocketAddress("127.0.0.1", 0), folder.toAbsolutePath(), SimpleFileServer.OutputLevel.NONE);
        server.start();
    }

    public Web web() {
        return new Web("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** All that can be reached by links from some addresses, with its status; HTML is read for more links. */
    public Map<String, Integer> crawled(String... starts) {
        Map<String, Integer> seen = new HashMap<>();
        Deque<String> open = new ArrayDeque<>();
        for (String start : starts) {
            open.add(web().url(start));
        }
        while (!open.isEmpty()) {
            String address = open.pop();
            if (seen.containsKey(address)) {
                continue;
            }
            HttpResponse<String> answer =
                    web().get(address.substring(web().site().length()));
            seen.put(address, answer.statusCode());
            if (answer.statusCode() == 200 && address.endsWith(".html")) {
                Document page = Jsoup.parse(answer.body(), address);
                page.select("[href], [src]").forEach(link -> {
                    String to =
                            link.absUrl(link.hasAttr("href") ? "href" : "src").replaceFirst("[#?].*", "");
                    if (to.startsWith(web().site())) {
                        open.add(to);
                    }
                });
            }
        }
        return seen;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
