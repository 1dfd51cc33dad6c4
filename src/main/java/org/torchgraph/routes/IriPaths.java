package org.torchgraph.routes;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.torchgraph.http.PercentEncoding;

/**
 * Converts between the IRIs of a publication, without fragment, and paths of the site.
 *
 * @param base the IRI prefix of the publication's own IRIs, ending in {@code /}
 * @param further the IRI prefixes of further IRIs of the publication, which have no paths
 */
public record IriPaths(String base, List<String> further) {
    /** The path below which all documents are. */
    public static final String DOCUMENTS = "/doc";

    /** The path below which most things are. */
    public static final String THINGS = "/id";

    /** The folder below a base in which graphs are, named after their files. */
    public static final String GRAPHS = "graph/";

    /** Creates the paths of a publication with a single base. */
    public IriPaths(String base) {
        this(base, List.of());
    }

    /** Returns the base and the further ones. */
    public Stream<String> bases() {
        return Stream.concat(Stream.of(base), further.stream());
    }

    /** Returns whether an IRI is below a base of the publication. */
    public boolean owns(String iri) {
        return iri.startsWith(base) || further.stream().anyMatch(iri::startsWith);
    }

    /** Returns an IRI without its fragment. */
    public static String whole(String iri) {
        int hash = iri.indexOf('#');
        return hash < 0 ? iri : iri.substring(0, hash);
    }

    /**
     * Returns the IRIs that people write for an IRI: with the other of {@code http} and {@code https}, and with a slash
     * more or less at the end, in the order of likeliness. IRIs of other schemes have none.
     *
     * @param iri without fragment
     */
    public static List<String> twins(String iri) {
        String other = iri.startsWith("https://")
                ? "http" + iri.substring("https".length())
                : iri.startsWith("http://") ? "https" + iri.substring("http".length()) : "";
        return other.isEmpty() ? List.of() : List.of(other, slashed(iri), slashed(other));
    }

    private static String slashed(String iri) {
        return iri.endsWith("/") ? iri.substring(0, iri.length() - 1) : iri + "/";
    }

    /**
     * Returns the IRIs that a request path may denote, the most likely first: the data may have characters unencoded or
     * percent-encoded, which the path does not show.
     *
     * @param path the path as sent, percent-encoded, beginning with {@code /}
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

    /** Returns the IRI that a request path denotes: a described one, else one that is only used. */
    public Optional<String> thing(String path, KnownNames names) {
        List<String> candidates = candidates(path);
        return candidates.stream().filter(names::describes).findFirst().or(() -> candidates.stream()
                .filter(names::uses)
                .findFirst());
    }

    /**
     * Returns the IRI that a document is about. The paths of documents about things have no {@code id/}; documents
     * about other IRIs under the base have their complete path.
     *
     * @param path the path after {@code /doc}, beginning with {@code /}
     */
    public Optional<String> topic(String path, KnownNames names) {
        boolean whole = path.startsWith("/concept/") || path.startsWith("/graph/");
        return Stream.of(whole ? path : THINGS + path, whole ? THINGS + path : path)
                .flatMap(candidate -> thing(candidate, names).stream())
                .findFirst();
    }

    /** Returns the reasons why no path can carry an IRI below the base. */
    public Set<Obstacle> obstacles(String iri) {
        return Obstacle.in(whole(iri).substring(base.length()));
    }

    /** Returns the path of the document about an IRI below the base, even if it cannot carry the IRI. */
    public String document(String iri) {
        String name = whole(iri).substring(base.length());
        String path = PercentEncoding.path(name);
        return DOCUMENTS + "/" + (path.startsWith("id/") ? path.substring("id/".length()) : path);
    }

    /** Returns a key that is equal for IRIs whose documents a server that decodes paths cannot distinguish. */
    String key(String iri) {
        String path = document(iri).substring(DOCUMENTS.length());
        return Normalizer.normalize(PercentEncoding.text(path).orElse(path), Normalizer.Form.NFC);
    }
}
