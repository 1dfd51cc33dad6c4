package org.torchgraph.routes;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.torchgraph.http.PercentEncoding;

/**
 * Between the IRIs of a publication, without fragment, and the paths of this site.
 *
 * @param base what the publication's IRIs begin with, ending in {@code /}
 */
public record IriPaths(String base) {
    /** The folder of all documents. */
    public static final String DOCUMENTS = "/doc";

    private static final String THINGS = "/id";

    /** An IRI without its fragment. */
    public static String whole(String iri) {
        int hash = iri.indexOf('#');
        return hash < 0 ? iri : iri.substring(0, hash);
    }

    /** The IRI of the base with the other of the schemes {@code http} and {@code https}; empty for other IRIs. */
    public Optional<String> twin(String iri) {
        String other = base.startsWith("https:") ? "http" + base.substring(5) : base.replaceFirst("^http:", "https:");
        return iri.startsWith(base)
                ? Optional.of(other + iri.substring(base.length()))
                : iri.startsWith(other) ? Optional.of(base + iri.substring(other.length())) : Optional.empty();
    }

    /**
     * The IRIs that a request path may stand for, the likeliest first: data may hold characters as such or
     * percent-encoded, and the path does not tell which.
     *
     * @param path as sent, percent-encoded, beginning with {@code /}
     */
    public List<String> candidates(String path) {
        String raw = path.startsWith("/") ? path.substring(1) : path;
        String readable = PercentEncoding.readable(raw);
        Set<String> forms = new LinkedHashSet<>();
        forms.add(readable);
        forms.add(Normalizer.normalize(readable, Normalizer.Form.NFC));
        forms.add(raw);
        forms.add(PercentEncoding.ascii(readable));
        forms.add(PercentEncoding.lowerCase(PercentEncoding.ascii(readable)));
        forms.add(readable.replace("%3F", "?"));
        forms.add(PercentEncoding.ascii(readable).replace("%3F", "?"));
        return forms.stream().map(base::concat).toList();
    }

    /** The IRI that a request path stands for: one that is described before one that is merely mentioned. */
    public Optional<String> thing(String path, KnownNames names) {
        List<String> candidates = candidates(path);
        return candidates.stream().filter(names::describes).findFirst().or(() -> candidates.stream()
                .filter(names::uses)
                .findFirst());
    }

    /**
     * The IRI that a document is about: things have no {@code id/} in the paths of their documents, and whatever else
     * lies under the base has its whole path.
     *
     * @param path what follows {@code /doc}, beginning with {@code /}
     */
    public Optional<String> topic(String path, KnownNames names) {
        boolean whole = path.startsWith("/concept/") || path.startsWith("/graph/");
        return Stream.of(whole ? path : THINGS + path, whole ? THINGS + path : path)
                .flatMap(candidate -> thing(candidate, names).stream())
                .findFirst();
    }

    /** The reasons why no path can carry an IRI below the base. */
    public Set<Obstacle> obstacles(String iri) {
        return Obstacle.in(whole(iri).substring(base.length()));
    }

    /** The path of the document about an IRI below the base, whether or not it carries the name. */
    public String document(String iri) {
        String name = whole(iri).substring(base.length());
        String path = PercentEncoding.path(name);
        return DOCUMENTS + "/" + (path.startsWith("id/") ? path.substring("id/".length()) : path);
    }

    /** The same for two IRIs whose documents a server that decodes its paths cannot tell apart. */
    String key(String iri) {
        String path = document(iri).substring(DOCUMENTS.length());
        return Normalizer.normalize(PercentEncoding.text(path).orElse(path), Normalizer.Form.NFC);
    }
}
