package org.torchgraph.http;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * From the paths that are asked for to the IRIs of a publication, without fragment.
 *
 * @param base what the publication's IRIs begin with, ending in {@code /}
 */
public record IriPath(String base) {

    /**
     * The IRIs that a request path may stand for, the likeliest first: data may hold characters as such or
     * percent-encoded, and the path does not tell which.
     *
     * @param path as sent, percent-encoded, beginning with {@code /}, without query
     */
    public List<String> candidates(String path) {
        String raw = path.startsWith("/") ? path.substring(1) : path;
        String readable = PercentEncoding.readable(raw);
        Set<String> forms = new LinkedHashSet<>();
        forms.add(Normalizer.normalize(readable, Normalizer.Form.NFC));
        forms.add(readable);
        forms.add(raw);
        forms.add(PercentEncoding.ascii(readable));
        forms.add(readable.replace("%3F", "?"));
        forms.add(PercentEncoding.ascii(readable).replace("%3F", "?"));
        return forms.stream().map(base::concat).toList();
    }
}
