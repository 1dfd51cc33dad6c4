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
 * The IRIs below the base whose document cannot have the path that their name gives, because the path stands for
 * another IRI of the same dataset version.
 *
 * @param owners by such an IRI the one that its path stands for; empty when the path stands for none
 */
public record SharedPaths(Map<String, Optional<String>> owners) {
    /** Names of things that have one spelling and so a path of their own. */
    private static final Pattern PLAIN = Pattern.compile("id/(?!concept/|graph/)[A-Za-z0-9._~/-]+");

    /** @param iris all that a version speaks of; those outside the base are passed over */
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
            // Of several that are found by paths of their own, a server that decodes its paths finds one.
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

    /** None, for IRIs whose dataset is not known. */
    public static SharedPaths none() {
        return new SharedPaths(Map.of());
    }

    /** The IRI that has the path which another IRI gives. */
    public Optional<String> owner(String iri) {
        return owners.getOrDefault(IriPaths.whole(iri), Optional.empty());
    }

    /** Whether the path that an IRI gives stands for another one. */
    public boolean isTaken(String iri) {
        return owners.containsKey(IriPaths.whole(iri));
    }
}
