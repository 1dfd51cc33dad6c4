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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.InterfaceLanguages;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.server.reply.CommonHeaders;
import org.torchgraph.site.files.StaticAddress;
import org.torchgraph.site.files.StaticFiles;
import org.torchgraph.site.files.StaticPage;
import org.torchgraph.site.files.StaticSearchIndex;

/** Copies the pages of a running site's sitemap, and everything that they link to and that can be a file. */
final class StaticSiteWriter {
    private static final String INDEX = "static-index.";
    private static final String MISSING = "404.html";
    private static final Pattern LISTED = Pattern.compile("<loc>([^<]*)</loc>");
    private static final Pattern ANSWER =
            Pattern.compile("href=\"(" + SiteRoute.QUESTION.path() + "[^\"?.]+\\?[^\"]*)\"");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String origin;
    private final InterfaceLanguages languages;
    private final String first;
    private final Path out;
    private final Optional<StaticSparql> sparql;
    private final Map<String, Boolean> data = new ConcurrentHashMap<>();
    private final Map<String, Collection<StaticSearchIndex.IndexEntry>> entries = new ConcurrentHashMap<>();
    private final Map<String, String> written = new ConcurrentHashMap<>();
    private final Set<StaticAddress> further = ConcurrentHashMap.newKeySet();
    private final AtomicReference<RuntimeException> failure = new AtomicReference<>();
    private StaticFiles files;

    /**
     * Creates a writer.
     *
     * @param origin the address of the running site
     * @param languages those in which it has pages
     * @param first the code of that of the first page
     * @param out the folder to write to
     * @param sparql answers queries in the browser; empty for a site without queries
     */
    StaticSiteWriter(
            String origin, InterfaceLanguages languages, String first, Path out, Optional<StaticSparql> sparql) {
        this.origin = origin;
        this.languages = languages;
        this.first = first;
        this.sparql = sparql;
        this.out = out.toAbsolutePath().normalize();
    }

    /**
     * Writes all files and returns their number.
     *
     * @throws CommandFailedException if the site lacks a page, or if two addresses would have the same file
     */
    int write() throws IOException {
        List<String> pages = new ArrayList<>(listed(SiteRoute.SITEMAP.path()));
        pages.add(SiteRoute.SEARCH.path());
        StaticAddress home = StaticAddress.of(SiteRoute.HOME.path());
        // Of the answers with values, those are kept that the first page leads to.
        Matcher answers = ANSWER.matcher(text(home.in(first)));
        while (answers.find()) {
            pages.add(StaticAddress.of(answers.group(1).replace("&amp;", "&")).first());
        }
        sparql.map(StaticSparql::pages).ifPresent(pages::addAll);
        files = new StaticFiles(pages);
        sparql.ifPresent(engine -> engine.write(files, this::bytes, (name, content) -> save(name, name, content)));
        Set<StaticAddress> done = new HashSet<>();
        Set<StaticAddress> open = pages.stream().map(StaticAddress::of).collect(Collectors.toSet());
        while (!open.isEmpty()) {
            done.addAll(open);
            open.parallelStream().forEach(page -> languages.codes().forEach(language -> attempt(page, language)));
            if (failure.get() != null) {
                throw failure.get();
            }
            open = new HashSet<>(further);
            open.removeAll(done);
        }
        save(
                "index.html",
                "index.html",
                staticPage(home, first, "index.html").text().getBytes(StandardCharsets.UTF_8));
        save(MISSING, MISSING, missing());
        entries.forEach((language, found) -> save(
                index(language),
                index(language),
                StaticSearchIndex.script(found).getBytes(StandardCharsets.UTF_8)));
        return written.size();
    }

    /** Returns the page that hosts show for a file that there is not, from whatever folder it was asked. */
    private byte[] missing() {
        StaticAddress address = StaticAddress.of("/" + MISSING);
        String whole = address.in(first);
        String html = new String(get(whole).body(), StandardCharsets.UTF_8);
        return new StaticPage(html, origin, whole, MISSING, target -> file(target, first))
                .fromRoot()
                .text()
                .getBytes(StandardCharsets.UTF_8);
    }

    private Collection<String> listed(String sitemap) {
        List<String> found = new ArrayList<>();
        Matcher loc = LISTED.matcher(text(sitemap));
        while (loc.find()) {
            String path = loc.group(1).substring(origin.length()).replace("&amp;", "&");
            found.addAll(path.startsWith(SiteRoute.SITEMAP.path()) ? listed(path) : List.of(path));
        }
        return found;
    }

    /** Makes a page unless another has failed, so that none is still being written when the failure is reported. */
    private void attempt(StaticAddress address, String language) {
        if (failure.get() == null) {
            try {
                page(address, language);
            } catch (RuntimeException failed) {
                failure.compareAndSet(null, failed);
            }
        }
    }

    private void page(StaticAddress address, String language) {
        String file = files.page(address, language).orElseThrow();
        StaticPage page = staticPage(address, language, file);
        if (address.first().equals(SiteRoute.SEARCH.path())) {
            page.searching(
                    script(),
                    index(language),
                    languages.coded(language).orElseThrow().messages().say("search.without"));
        } else {
            entries.computeIfAbsent(language, none -> new ConcurrentLinkedQueue<>())
                    .add(page.entry());
        }
        save(file, address.in(language), page.text().getBytes(StandardCharsets.UTF_8));
    }

    private StaticPage staticPage(StaticAddress address, String language, String file) {
        String whole = address.in(language);
        HttpResponse<byte[]> answer = found(whole);
        StaticPage page = new StaticPage(
                new String(answer.body(), StandardCharsets.UTF_8),
                origin,
                whole,
                file,
                target -> file(target, language));
        return sparql.map(engine -> engine.added(
                        page,
                        address,
                        languages.coded(language).orElseThrow(),
                        answer.headers()
                                .firstValue(CommonHeaders.CONTENT_SECURITY_POLICY)
                                .orElse("")))
                .orElse(page);
    }

    private static String index(String language) {
        return SiteRoute.ASSETS.path(INDEX + language + ".js").substring(1);
    }

    private static String script() {
        return SiteRoute.ASSETS.path("static-search.js").substring(1);
    }

    /** Returns the file for the target of a link; data are fetched immediately. */
    private Optional<String> file(String target, String language) {
        StaticAddress address = StaticAddress.of(target);
        Optional<String> page = files.page(address, address.language().orElse(language));
        if (page.isPresent()) {
            address.number()
                    .ifPresent(number -> further.add(
                            new StaticAddress(address.path(), address.query(), address.number(), Optional.empty())));
            return page;
        }
        Optional<String> file = files.data(address);
        return address.path().startsWith(SiteRoute.ASSETS.path(INDEX))
                ? file
                : file.filter(name -> data.computeIfAbsent(address.first(), from -> fetched(from, name)));
    }

    private boolean fetched(String address, String file) {
        HttpResponse<byte[]> answer = get(address);
        if (answer.statusCode() == 200 && !written.containsKey(StaticFiles.folded(file))) {
            save(file, address, answer.body());
        }
        return answer.statusCode() == 200;
    }

    private String text(String address) {
        return new String(bytes(address), StandardCharsets.UTF_8);
    }

    private byte[] bytes(String address) {
        return found(address).body();
    }

    private HttpResponse<byte[]> found(String address) {
        HttpResponse<byte[]> answer = get(address);
        if (answer.statusCode() != 200) {
            throw new CommandFailedException(Code.SITE_NO_PAGE, address, answer.statusCode());
        }
        return answer;
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
            throw new CommandFailedException(Code.INTERRUPTED);
        }
    }

    private void save(String name, String from, byte[] content) {
        Path file = out.resolve(name).normalize();
        if (!file.startsWith(out)) {
            throw new CommandFailedException(Code.SITE_OUTSIDE, from);
        }
        String other = written.putIfAbsent(StaticFiles.folded(name), from);
        if (other != null) {
            throw new CommandFailedException(Code.SITE_SAME_FILE, from, other, name);
        }
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, content);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
