package org.torchgraph.routes;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The IRIs below the base whose document cannot have the path of their name, because the path denotes another IRI of
 * the same dataset version.
 *
 * @param owners for each such IRI the one that its path denotes; empty if it denotes none
 */
public record SharedPaths(Map<String, Optional<String>> owners) {
    /** Names with a single spelling, which therefore have a path of their own. */
    private static final Pattern PLAIN = Pattern.compile("id/(?!concept/|graph/)[A-Za-z0-9._~/-]+");

    /**
     * Finds the shared paths of a dataset version.
     *
     * @param iris all IRIs that the version uses; those outside the base are ignored
     * @param paths converts between IRIs and paths
     * @param names the IRIs that the version describes or uses
     */
    public static SharedPaths among(Stream<String> iris, IriPaths paths, KnownNames names) {
        String base = paths.base();
        Set<String> unusual = new HashSet<>();
        iris.map(IriPaths::whole)
                .filter(iri -> iri.startsWith(base) && iri.length() > base.length())
                .filter(iri -> !PLAIN.matcher(iri.substring(base.length())).matches())
                .forEach(unusual::add);
        unusual.removeIf(iri -> !paths.obstacles(iri).isEmpty());
        Map<String, Set<String>> byKey = new TreeMap<>();
        unusual.forEach(iri ->
                byKey.computeIfAbsent(paths.key(iri), key -> new TreeSet<>()).add(iri));
        byKey.forEach((key, same) -> Stream.of(base + "id" + key)
                .filter(plain -> paths.obstacles(plain).isEmpty())
                .filter(plain -> names.describes(plain) || names.uses(plain))
                .forEach(same::add));
        Map<String, Optional<String>> owners = new HashMap<>();
        byKey.values().forEach(same -> {
            Map<String, Optional<String>> topics = new HashMap<>();
            same.forEach(iri ->
                    topics.put(iri, paths.topic(paths.document(iri).substring(IriPaths.DOCUMENTS.length()), names)));
            // A server that decodes paths finds only one of several IRIs, even if each has a path of its own.
            Optional<String> owner = topics.entrySet().stream()
                    .filter(entry -> entry.getValue().equals(Optional.of(entry.getKey())))
                    .map(Map.Entry::getKey)
                    .min(Comparator.comparing((String iri) -> iri.indexOf('%') >= 0)
                            .thenComparing(iri -> !Normalizer.isNormalized(iri, Normalizer.Form.NFC))
                            .thenComparing(iri -> iri));
            same.stream()
                    .filter(iri -> !owner.equals(Optional.of(iri)))
                    .forEach(iri -> owners.put(
                            iri,
                            topics.get(iri).filter(other -> !other.equals(iri)).or(() -> owner)));
        });
        return new SharedPaths(Map.copyOf(owners));
    }

    /** Returns an empty set, for use without a dataset. */
    public static SharedPaths none() {
        return new SharedPaths(Map.of());
    }

    /** Returns the IRI that has the path of another IRI. */
    public Optional<String> owner(String iri) {
        return owners.getOrDefault(IriPaths.whole(iri), Optional.empty());
    }

    /** Returns whether the path of an IRI denotes another one. */
    public boolean isTaken(String iri) {
        return owners.containsKey(IriPaths.whole(iri));
    }
}
