package org.torchgraph.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.server.version.PublishedVersion;

/**
 * Asks a site for a page of each kind that readers open first, so that the classes these need are loaded when the
 * virtual machine writes its archive of classes.
 *
 * @param site the URL of the home page
 * @param pages the URLs of the pages to ask for, each with the media type to ask for
 */
record Rehearsal(URI site, List<Map.Entry<URI, String>> pages) {
    private static final int MILLISECONDS = 30_000;
    private static final String HTML = "text/html";

    /** Creates the rehearsal of a site that serves a version. */
    static Rehearsal of(String site, PublishedVersion version) {
        URI home = URI.create(site);
        Stream<Map.Entry<String, String>> fixed = Stream.of(
                Map.entry("", HTML),
                Map.entry(below(SiteRoute.QUESTIONS), HTML),
                Map.entry(below(SiteRoute.SEARCH) + "?q=a", HTML),
                Map.entry(below(SiteRoute.SPARQL), HTML),
                Map.entry(
                        below(SiteRoute.SPARQL) + "?query=SELECT%20*%20%7B%20?s%20?p%20?o%20%7D%20LIMIT%201",
                        "application/sparql-results+json"),
                Map.entry(SiteRoute.DATASET.form("ttl").substring(1), "text/turtle"));
        Stream<Map.Entry<String, String>> question = version.questions().all().stream()
                .limit(1)
                .map(first -> Map.entry(below(SiteRoute.QUESTION) + first.name(), HTML));
        Stream<Map.Entry<String, String>> thing = thing(version).stream().map(path -> Map.entry(path, HTML));
        return new Rehearsal(
                home,
                Stream.of(fixed, question, thing)
                        .flatMap(paths -> paths)
                        .map(path -> Map.entry(home.resolve(path.getKey()), path.getValue()))
                        .toList());
    }

    private static String below(SiteRoute route) {
        return route.path().substring(1);
    }

    /** Returns the path of a thing below the base that the site has a page for. */
    private static Optional<String> thing(PublishedVersion version) {
        return version.snapshot()
                .union()
                .subjects()
                .filter(Node::isURI)
                .map(Node::getURI)
                .filter(iri -> iri.startsWith(version.base() + "id/") && iri.indexOf('#') < 0)
                .map(iri -> iri.substring(version.base().length()))
                .filter(path -> path.chars().allMatch(c -> c > ' ' && c < 0x7f))
                .findFirst();
    }

    /** Reads each page to its end, whatever the status is; one that comes too late is left out. */
    void run() {
        for (Map.Entry<URI, String> page : pages) {
            try {
                HttpURLConnection connection =
                        (HttpURLConnection) page.getKey().toURL().openConnection();
                connection.setRequestProperty("Accept", page.getValue());
                connection.setConnectTimeout(MILLISECONDS);
                connection.setReadTimeout(MILLISECONDS);
                boolean failed = connection.getResponseCode() >= 400;
                try (InputStream body = failed ? connection.getErrorStream() : connection.getInputStream()) {
                    body.transferTo(OutputStream.nullOutputStream());
                }
            } catch (IOException late) {
                // On a busy machine; the classes are loaded nevertheless.
                continue;
            }
        }
    }
}
