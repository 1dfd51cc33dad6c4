package org.torchgraph.site.files;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;
import org.torchgraph.http.PercentEncoding;
import org.torchgraph.routes.RouteRole;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.site.question.NotebookFiles;

/**
 * Maps addresses of pages and data to file names, relative to the folder of the static site, separated by {@code /}. A
 * file name is the decoded path, as web servers look it up. A page whose address has a query, or whose name collides
 * with another on a file system that ignores case, is named by a digest of its address.
 */
public final class StaticFiles {
    private static final Pattern DATA =
            Pattern.compile(".*\\.(?:ttl|nt|trig|nq|jsonld|rdf|csv|tsv|json|xlsx|xml|css|js|svg|png|jpg|webp|woff2)");

    /** The suffixes of files that ask a running site again, and name it. */
    private static final Set<String> ASKING =
            Set.of(NotebookFiles.JUPYTER, NotebookFiles.R_MARKDOWN, SiteRoute.FEED_SUFFIX);

    /** Names that are reserved for further pages and for folders. */
    private static final Pattern SPECIAL = Pattern.compile(".*\\.page-\\d+|.*/");

    private final Map<String, String> stems = new HashMap<>();

    /**
     * Assigns a file name to each page.
     *
     * @param pages the addresses of all pages, without language
     */
    public StaticFiles(Collection<String> pages) {
        Set<String> taken = new HashSet<>();
        for (String page : new TreeSet<>(pages)) {
            String stem = stem(page);
            stems.put(page, taken.add(folded(stem)) ? stem : digest(page));
        }
    }

    private static String stem(String page) {
        int mark = page.indexOf('?');
        String path = PercentEncoding.text(mark < 0 ? page : page.substring(0, mark))
                .orElse(page)
                .substring(1);
        if (page.startsWith(SiteRoute.RESOURCE.path() + "?")
                || SPECIAL.matcher(path).matches()) {
            return digest(page);
        }
        String name = path.isEmpty() ? "index" : path;
        return mark < 0 ? name : name + "." + DigestUtils.sha256Hex(page).substring(0, 16);
    }

    private static String digest(String page) {
        return "resource/" + DigestUtils.sha256Hex(page).substring(0, 32);
    }

    /** Returns a key that is equal for names that a file system may regard as equal. */
    public static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    /** Returns the file of a page in a language; empty if the address is not that of a page. */
    public Optional<String> page(StaticAddress address, String language) {
        return Optional.ofNullable(stems.get(address.first()))
                .map(stem -> language + "/" + stem
                        + address.number().map(number -> ".page-" + number).orElse("") + ".html");
    }

    /** Returns the file of data, which is the same in all languages; empty if the address is not that of data. */
    public Optional<String> data(StaticAddress address) {
        int dot = address.path().lastIndexOf('.');
        if (dot > address.path().lastIndexOf('/')) {
            if (ASKING.contains(address.path().substring(dot + 1))) {
                return Optional.empty();
            }
            String values = address.values();
            StaticAddress page =
                    StaticAddress.of(address.path().substring(0, dot) + (values.isEmpty() ? "" : "?" + values));
            String stem = stems.get(page.first());
            if (stem != null) {
                String named = address.labels().map(language -> "." + language).orElse("");
                return Optional.of(stem + named + address.path().substring(dot));
            }
        }
        return SiteRoute.of(address.path())
                                .filter(route -> route.is(RouteRole.COPIED))
                                .isPresent()
                        && DATA.matcher(address.path()).matches()
                        && address.query().isEmpty()
                ? PercentEncoding.text(address.path().substring(1))
                : Optional.empty();
    }
}
