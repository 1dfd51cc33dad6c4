package org.torchgraph.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Compares sites over engines with the same site over memory, turn and turn about and by one client: things that nobody
 * has asked for, and each saved question, for the first time; then pages that are kept, by several clients.
 */
final class EnginePart {
    private static final int WARMING = 200;
    private static final int DOCUMENTS = 100;
    private static final int ROUNDS = 7;
    private static final long ROUND = Duration.ofMillis(700).toNanos();
    private static final Duration LONGEST_PREPARING = Duration.ofMinutes(1);

    /** A page over an engine may take this many times the time of memory, and this many milliseconds in any case. */
    private static final double MOST_TIMES = 10;

    private static final double FLOOR_MILLIS = 100;
    private static final String HTML = "text/html";
    private static final String TURTLE = "text/turtle";
    private static final String JSON = "application/sparql-results+json";

    private final List<Site> sites;
    private final Map<String, String> sections = new LinkedHashMap<>();
    private final Set<String> findings = new LinkedHashSet<>();
    private boolean failed;
    private final StringBuilder firsts = new StringBuilder();
    private final StringBuilder slow = new StringBuilder();

    /**
     * A site that is asked.
     *
     * @param relay stands between it and its engine; none if it has its statements in memory
     * @param keepsTerms whether the engine gives back each term as it was loaded
     */
    record Site(Engine server, Optional<Relay> relay, boolean keepsTerms) {}

    /** A reply, and what the engine was asked for it. */
    private record Timed(Client.Reply reply, Relay.Asked asked) {
        double millis() {
            return reply.millis();
        }

        double engine() {
            return asked.millis();
        }

        double own() {
            return reply.millis() - asked.millis();
        }
    }

    /** @param sites the one over memory first */
    EnginePart(List<Site> sites) {
        this.sites = sites;
    }

    /** Returns the results, by the titles of their sections. */
    Map<String, String> sections() {
        return sections;
    }

    /** Returns where a site over an engine does not give the answer that memory gives, a sentence each. */
    Set<String> findings() {
        return findings;
    }

    /** Tells whether a site does not answer, or has other rows over an engine that keeps every term. */
    boolean failed() {
        return failed;
    }

    /** Measures everything; the names are those of the saved questions. */
    EnginePart measure(List<String> questions) throws IOException, InterruptedException {
        for (Site site : sites) {
            if (site.relay().isPresent()) {
                site.relay().get().awaitQuiet(LONGEST_PREPARING);
            }
        }
        List<String> documents = documents();
        System.err.println("bench: sites are ready, " + documents.size() + " documents.");
        int warming = Math.min(WARMING, documents.size() / 2);
        for (int at = 0; at < warming; at++) {
            askedOfAll(documents.get(at), at % 2 == 0 ? HTML : TURTLE);
        }
        int each = Math.min(DOCUMENTS, (documents.size() - warming) / 2);
        List<String> pages = documents.subList(warming, warming + each);
        firsts.append("| milliseconds, median (95th of 100), most |");
        sites.forEach(site -> firsts.append(' ').append(site.server().name()).append(" |"));
        firsts.append("\n|---|").append("---:|".repeat(sites.size())).append('\n');
        timed("new page", pages, HTML);
        timed("new Turtle", documents.subList(warming + each, warming + 2 * each), TURTLE);
        timed("saved question", questions.stream().map(EnginePart::page).toList(), HTML);
        sections.put("Over an engine: what is asked for the first time", firsts.toString());
        sections.put("Over an engine: kept pages", kept(pages.get(0)));
        sections.put(
                "Over an engine: more than ten times the time of memory and more than 100 ms",
                slow.isEmpty() ? "None of the pages and questions." : slow.toString());
        compareRows(questions);
        return this;
    }

    /** Returns the paths of the documents in an order that has nothing to do with them. */
    private List<String> documents() throws IOException {
        Client client = sites.get(0).server().client();
        byte[] sitemap = client.send(client.get("/sitemap.xml", "Accept: application/xml"))
                .body();
        try {
            NodeList places = DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(sitemap))
                    .getElementsByTagNameNS("*", "loc");
            Set<String> paths = new LinkedHashSet<>();
            for (int at = 0; at < places.getLength(); at++) {
                paths.add(URI.create(places.item(at).getTextContent()).getRawPath());
            }
            List<String> documents = new ArrayList<>(
                    paths.stream().filter(path -> path.startsWith("/doc/")).toList());
            Collections.shuffle(documents, new Random(1));
            return documents;
        } catch (ParserConfigurationException | SAXException broken) {
            throw new IOException(broken);
        }
    }

    private void timed(String kind, List<String> paths, String accept) throws IOException {
        System.err.println("bench: " + paths.size() + " of " + kind + ".");
        List<List<Timed>> bySite = new ArrayList<>();
        sites.forEach(site -> bySite.add(new ArrayList<>()));
        for (String path : paths) {
            List<Timed> replies = askedOfAll(path, accept);
            for (int at = 0; at < sites.size(); at++) {
                Timed reply = replies.get(at);
                bySite.get(at).add(reply);
                double memory = replies.get(0).millis();
                if (reply.millis() > Math.max(FLOOR_MILLIS, MOST_TIMES * memory)) {
                    slow.append("- %s %s: %s ms, of which the engine %s ms for %d requests; memory %s ms%n"
                            .formatted(
                                    sites.get(at).server().name(),
                                    path,
                                    Numbers.text(reply.millis()),
                                    Numbers.text(reply.engine()),
                                    reply.asked().requests(),
                                    Numbers.text(memory)));
                }
            }
        }
        row(kind, bySite, replies -> spread(replies, Timed::millis));
        row(kind + ": the engine", bySite, replies -> spread(replies, Timed::engine));
        row(kind + ": the site itself", bySite, replies -> spread(replies, Timed::own));
        row(kind + ": requests", bySite, replies -> {
            double[] requests = values(replies, reply -> reply.asked().requests());
            return "%.0f, most %.0f"
                    .formatted(
                            Numbers.median(requests),
                            Arrays.stream(requests).max().orElse(Double.NaN));
        });
        firsts.append("| ").append(kind).append(": by memory's, geometric mean |");
        for (List<Timed> replies : bySite) {
            double[] ratios = Numbers.ratios(values(replies, Timed::millis), values(bySite.get(0), Timed::millis));
            firsts.append(' ')
                    .append(Numbers.text(Numbers.geometricMean(ratios)))
                    .append(" |");
        }
        firsts.append('\n');
    }

    private List<Timed> askedOfAll(String path, String accept) throws IOException {
        Timed[] replies = new Timed[sites.size()];
        for (int turn = 0; turn < sites.size(); turn++) {
            int at = Math.floorMod(path.hashCode() + turn, sites.size());
            Site site = sites.get(at);
            Client client = site.server().client();
            long begun = System.nanoTime();
            Client.Reply reply = client.send(client.get(path, "Accept: " + accept));
            replies[at] = new Timed(
                    reply, site.relay().map(relay -> relay.since(begun)).orElse(new Relay.Asked(0, 0)));
            if (reply.status() != 200) {
                findings.add(path + ": " + site.server().name() + " answers " + reply.status() + ".");
                failed = true;
            }
        }
        return Arrays.asList(replies);
    }

    private void row(String title, List<List<Timed>> bySite, Function<List<Timed>, String> cell) {
        firsts.append("| ").append(title).append(" |");
        bySite.forEach(replies -> firsts.append(' ').append(cell.apply(replies)).append(" |"));
        firsts.append('\n');
    }

    private static String spread(List<Timed> replies, ToDoubleFunction<Timed> of) {
        double[] values = values(replies, of);
        return "%s (%s), %s"
                .formatted(
                        Numbers.text(Numbers.median(values)),
                        Numbers.text(Numbers.part(values, 0.95)),
                        Numbers.text(Numbers.part(values, 1)));
    }

    private static double[] values(List<Timed> replies, ToDoubleFunction<Timed> of) {
        return replies.stream().mapToDouble(of).toArray();
    }

    /** Measures how many times a second a page that was asked for before is sent again. */
    private String kept(String path) throws InterruptedException {
        List<Rate> rates = new ArrayList<>();
        for (Site site : sites) {
            byte[] request = site.server().client().get(path, "Accept: " + HTML);
            rates.add(
                    new Rate("kept page", site.server(), 200, Integer.MAX_VALUE, number -> request, number -> request));
        }
        int clients = 2 * Runtime.getRuntime().availableProcessors();
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            for (Rate rate : rates) {
                rate.warm(threads, clients);
            }
            for (int round = 0; round < ROUNDS; round++) {
                for (Rate rate : rates) {
                    rate.round(threads, clients, ROUND);
                }
            }
        }
        StringBuilder text = new StringBuilder("| kept page, by the rate of memory | ratio |\n|---|---:|\n");
        for (Rate rate : rates.subList(1, rates.size())) {
            text.append("| %s | %s |%n".formatted(rate.engine().name(), rate.by(rates.get(0))));
        }
        rates.stream().map(Rate::finding).filter(finding -> !finding.isEmpty()).forEach(finding -> {
            findings.add(finding);
            failed = true;
        });
        return text.append('\n').append(Rate.markdown(rates)).toString();
    }

    private void compareRows(List<String> questions) throws IOException {
        for (String name : questions) {
            List<Timed> replies = askedOfAll(page(name), JSON);
            if (replies.stream().anyMatch(reply -> reply.reply().status() != 200)) {
                continue;
            }
            Rows expected = Rows.of(replies.get(0).reply().text());
            for (int at = 1; at < sites.size(); at++) {
                Rows rows = Rows.of(replies.get(at).reply().text());
                if (!rows.equals(expected)) {
                    failed |= sites.get(at).keepsTerms();
                    findings.add(name + ": " + sites.get(at).server().name() + " has other rows: "
                            + rows.unlike(expected) + ".");
                }
            }
        }
    }

    private static String page(String question) {
        return "/queries/" + question;
    }
}
