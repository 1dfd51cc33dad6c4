package org.torchgraph.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.torchgraph.cli.use.Refused;
import org.torchgraph.site.still.StillAddress;
import org.torchgraph.site.still.StillIndex;
import org.torchgraph.site.still.StillPage;

/** Copies the pages that a running site lists in its sitemap, and whatever they link to that can be a file. */
final class StillSite {
    private static final List<String> LANGUAGES = List.of("en", "zh");
    private static final String SEARCH = "/search";
    /** What names the host that it is asked at, which is not where the files will be. */
    private static final Set<String> TELLS_ORIGIN =
            Set.of("/feed.atom", "/openapi.json", "/robots.txt", "/sitemap.xml");

    private static final Pattern LISTED = Pattern.compile("<loc>([^<]*)</loc>");
    private static final Pattern ANSWER = Pattern.compile("href=\"(/queries/[^\"?]+\\?[^\"]*)\"");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String origin;
    private final Path out;
    private final Set<String> pages = ConcurrentHashMap.newKeySet();
    private final Map<String, Boolean> data = new ConcurrentHashMap<>();
    private final Map<String, Collection<StillIndex.Entry>> entries = new ConcurrentHashMap<>();
    private final Set<String> written = ConcurrentHashMap.newKeySet();
    private final Set<String> further = ConcurrentHashMap.newKeySet();

    /** @param origin where the site runs */
    StillSite(String origin, Path out) {
        this.origin = origin;
        this.out = out.toAbsolutePath().normalize();
    }

    /** Writes all and returns how many files there are. */
    int write() throws IOException {
        pages.addAll(listed("/sitemap.xml"));
        pages.add(SEARCH);
        // Of the answers with values, those are kept that the first page leads to.
        Matcher answers = ANSWER.matcher(text("/?lang=en"));
        while (answers.find()) {
            pages.add(StillAddress.of(answers.group(1).replace("&amp;", "&")).withoutLanguage());
        }
        Collection<String> open = new TreeSet<>(pages);
        while (!open.isEmpty()) {
            open.parallelStream().forEach(page -> LANGUAGES.forEach(language -> page(page, language)));
            open = new TreeSet<>(further);
            open.removeAll(pages);
            pages.addAll(open);
        }
        save("index.html", still("/", "en", "index.html").text().getBytes(StandardCharsets.UTF_8));
        entries.forEach((language, found) ->
                save(index(language), StillIndex.script(found).getBytes(StandardCharsets.UTF_8)));
        return written.size();
    }

    private Collection<String> listed(String sitemap) {
        List<String> found = new ArrayList<>();
        Matcher loc = LISTED.matcher(text(sitemap));
        while (loc.find()) {
            String path = loc.group(1).substring(origin.length()).replace("&amp;", "&");
            found.addAll(path.startsWith("/sitemap.xml") ? listed(path) : List.of(path));
        }
        return found;
    }

    private void page(String address, String language) {
        String file = StillAddress.of(address).file(language);
        StillPage page = still(address, language, file);
        if (address.equals(SEARCH)) {
            page.searching(script(), index(language));
        } else {
            entries.computeIfAbsent(language, none -> new ConcurrentLinkedQueue<>())
                    .add(page.entry());
        }
        save(file, page.text().getBytes(StandardCharsets.UTF_8));
    }

    private StillPage still(String address, String language, String file) {
        String whole = address + (address.contains("?") ? "&" : "?") + "lang=" + language;
        return new StillPage(text(whole), origin, whole, file, target -> file(target, language));
    }

    private static String index(String language) {
        return "assets/still-index." + language + ".js";
    }

    private static String script() {
        return "assets/still-search.js";
    }

    /** The file for the target of a link; what is data is fetched at once. */
    private Optional<String> file(String target, String language) {
        StillAddress address = StillAddress.of(target);
        String file = address.file(address.language().orElse(language));
        if (TELLS_ORIGIN.contains(address.path())) {
            return Optional.empty();
        }
        if (address.path().startsWith("/assets/still-index.")) {
            return Optional.of(file);
        }
        if (address.isData()) {
            return address.query().isEmpty() && data.computeIfAbsent(address.path(), this::fetched)
                    ? Optional.of(file)
                    : Optional.empty();
        }
        if (address.isFurtherPage() && pages.contains(address.path())) {
            further.add(address.withoutLanguage());
            return Optional.of(file);
        }
        return pages.contains(address.withoutLanguage()) ? Optional.of(file) : Optional.empty();
    }

    private boolean fetched(String path) {
        HttpResponse<byte[]> answer = get(path);
        if (answer.statusCode() == 200) {
            save(StillAddress.of(path).file(""), answer.body());
        }
        return answer.statusCode() == 200;
    }

    private String text(String address) {
        HttpResponse<byte[]> answer = get(address);
        if (answer.statusCode() != 200) {
            throw new Refused("the site has no page " + address + " (status " + answer.statusCode() + ")");
        }
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private HttpResponse<byte[]> get(String address) {
        try {
            return client.send(
                    HttpRequest.newBuilder(URI.create(origin + address))
                            .header("Accept", "text/html, */*;q=0.5")
                            .build(),
                    BodyHandlers.ofByteArray());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new Refused("interrupted");
        }
    }

    private void save(String name, byte[] content) {
        Path file = out.resolve(name).normalize();
        if (!file.startsWith(out)) {
            throw new Refused("the page " + name + " would lie outside the folder");
        }
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, content);
            written.add(name);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
