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
import org.torchgraph.routes.PageAddress;

/**
 * The files that stand for the pages of the site and for their data, relative to the folder of the site, with
 * {@code /}. A file has the decoded path for a name, as servers look for it. A page whose address has a query, or whose
 * name another file has on a file system that does not tell cases apart, is named by a digest of its address.
 */
public final class StaticFiles {
    private static final Pattern DATA = Pattern.compile(
            "/(?!doc/|resource)(?:(?:assets|webjars|export)/.*|.*\\.(?:ttl|nt|trig|nq|jsonld|rdf|csv|tsv|json|xml|atom|txt))");
    /** Names that further pages have, and those of folders. */
    private static final Pattern SPECIAL = Pattern.compile(".*\\.page-\\d+|.*/");

    private final Map<String, String> stems = new HashMap<>();

    /** @param pages all addresses that have a page of their own, each without language */
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
        if (page.startsWith(PageAddress.RESOURCE + "?") || SPECIAL.matcher(path).matches()) {
            return digest(page);
        }
        String name = path.isEmpty() ? "index" : path;
        return mark < 0 ? name : name + "." + DigestUtils.sha256Hex(page).substring(0, 16);
    }

    private static String digest(String page) {
        return "resource/" + DigestUtils.sha256Hex(page).substring(0, 32);
    }

    /** The same for two names that some file system takes for one. */
    public static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    /** The file of a page in a language; empty when the address is not that of a page. */
    public Optional<String> page(StaticAddress address, String language) {
        return Optional.ofNullable(stems.get(address.first()))
                .map(stem -> language + "/" + stem
                        + address.number().map(number -> ".page-" + number).orElse("") + ".html");
    }

    /** The file of what is the same in all languages; empty when the address is not one of such. */
    public Optional<String> data(StaticAddress address) {
        int dot = address.path().lastIndexOf('.');
        if (dot > address.path().lastIndexOf('/')) {
            String values = address.values();
            StaticAddress page =
                    StaticAddress.of(address.path().substring(0, dot) + (values.isEmpty() ? "" : "?" + values));
            String stem = stems.get(page.first());
            if (stem != null) {
                String named = address.labels().map(language -> "." + language).orElse("");
                return Optional.of(stem + named + address.path().substring(dot));
            }
        }
        return DATA.matcher(address.path()).matches() && address.query().isEmpty()
                ? PercentEncoding.text(address.path().substring(1))
                : Optional.empty();
    }
}
