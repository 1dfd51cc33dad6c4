package org.torchgraph.http;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Between the IRIs of a publication and the paths at which the site answers for them. A fragment has no part in either.
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

    /** The path of an IRI in ASCII, beginning with {@code /}; empty when the IRI is not under the base. */
    public Optional<String> local(String iri) {
        int hash = iri.indexOf('#');
        String document = hash < 0 ? iri : iri.substring(0, hash);
        // A question mark in an IRI would begin the query of a request.
        return document.startsWith(base)
                ? Optional.of("/"
                        + PercentEncoding.ascii(document.substring(base.length()))
                                .replace("?", "%3F"))
                : Optional.empty();
    }
}
