package org.torchgraph.site.still;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.torchgraph.http.PercentEncoding;

/**
 * An address of the site, and the file that stands for what is there.
 *
 * @param path percent-encoded
 * @param query without the language, or empty
 * @param language that the address asks for, if it does
 */
public record StillAddress(String path, String query, Optional<String> language) {
    private static final Pattern DATA =
            Pattern.compile("/(assets|webjars|export)/.*|.*\\.(ttl|nt|trig|nq|jsonld|rdf|csv|tsv|json|xml|atom|txt)");
    private static final Pattern PAGE = Pattern.compile("page=([1-9]\\d{0,8})");
    private static final String LANGUAGE = "lang=";

    /** @param address path and query as links have them */
    public static StillAddress of(String address) {
        int mark = address.indexOf('?');
        String[] pairs = mark < 0 ? new String[0] : address.substring(mark + 1).split("&");
        String path = mark < 0 ? address : address.substring(0, mark);
        return new StillAddress(
                path.endsWith(".html") ? path.substring(0, path.length() - ".html".length()) : path,
                Arrays.stream(pairs)
                        .filter(pair -> !pair.startsWith(LANGUAGE) && !pair.equals("page=1"))
                        .collect(Collectors.joining("&")),
                Arrays.stream(pairs)
                        .filter(pair -> pair.startsWith(LANGUAGE))
                        .map(pair -> pair.substring(LANGUAGE.length()))
                        .findFirst());
    }

    /** Whether it is not a page in a language, but the same for all. */
    public boolean isData() {
        return DATA.matcher(path).matches();
    }

    /** Whether it is a further page of what is at the path. */
    public boolean isFurtherPage() {
        return PAGE.matcher(query).matches();
    }

    /** Path and query, without the language. */
    public String withoutLanguage() {
        return path + (query.isEmpty() ? "" : "?" + query);
    }

    /** The file, relative to the folder of the site, with {@code /}. */
    public String file(String pageLanguage) {
        String name = PercentEncoding.readable(path.substring(1));
        if (isData()) {
            return name;
        }
        String part = query.isEmpty()
                ? ""
                : isFurtherPage()
                        ? ".page-" + query.substring("page=".length())
                        : "." + DigestUtils.sha256Hex(query).substring(0, 8);
        return pageLanguage + "/" + (name.isEmpty() ? "index" : name) + part + ".html";
    }
}
