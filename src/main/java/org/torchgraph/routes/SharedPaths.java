package org.torchgraph.routes;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.torchgraph.http.PercentEncoding;
import org.torchgraph.rdf.Groups;

/**
 * The IRIs below the base whose document cannot have the path of their name, because the path denotes another IRI of
 * the same dataset version.
 *
 * @param unusual the IRIs that the version uses and whose names have several spellings, by the key of their path
 * @param owners for each such IRI without a path the one that its path denotes; empty if it denotes none
 */
public record SharedPaths(Groups<String, String> unusual, Map<String, Optional<String>> owners) {
    /** The folder below the base in which names with a single spelling have a path of their own. */
    private static final String THINGS = "id/";

    /** The folders in it whose names share paths with names beside it. */
    private static final List<String> SHARING = List.of("concept/", IriPaths.GRAPHS);

    /**
     * Finds the shared paths of a dataset version.
     *
     * @param iris all IRIs that the version uses; those outside the base are ignored
     * @param paths converts between IRIs and paths
     * @param names the IRIs that the version describes or uses
     */
    public static SharedPaths among(Stream<String> iris, IriPaths paths, KnownNames names) {
        Map<String, Set<String>> byKey = byKey(iris.filter(iri -> !isPlain(iri, paths)), paths);
        Map<String, Optional<String>> owners = new HashMap<>();
        byKey.forEach((key, same) -> owners.putAll(owners(key, same, paths, names)));
        return new SharedPaths(new Groups<>(byKey), Map.copyOf(owners));
    }

    /**
     * Returns the shared paths of the next version.
     *
     * @param touched the IRIs that the next version may use and this one not, or the other way round
     * @param names the IRIs that the next version describes or uses
     */
    public SharedPaths after(Stream<String> touched, IriPaths paths, KnownNames names) {
        // A document is used as long as a part of it is.
        Map<String, Set<String>> byKey = byKey(touched.flatMap(iri -> Stream.of(iri, IriPaths.whole(iri))), paths);
        Map<String, Set<String>> unusualNow = new HashMap<>();
        byKey.forEach((key, same) -> {
            Set<String> odd = new HashSet<>(same);
            odd.removeIf(iri -> isPlain(iri, paths));
            if (!odd.isEmpty()) {
                unusualNow.put(key, odd);
            }
        });
        Groups<String, String> next = unusual.after(unusualNow, iri -> names.describes(iri) || names.uses(iri));
        Map<String, Optional<String>> nextOwners = new HashMap<>(owners);
        nextOwners.keySet().removeIf(iri -> byKey.containsKey(paths.key(iri)));
        byKey.keySet().forEach(key -> nextOwners.putAll(owners(key, next.get(key), paths, names)));
        return new SharedPaths(next, Map.copyOf(nextOwners));
    }

    /** Returns IRIs below the base that a path can carry, by the key of their path. */
    private static Map<String, Set<String>> byKey(Stream<String> iris, IriPaths paths) {
        return iris.filter(iri -> iri.startsWith(paths.base())
                        && IriPaths.whole(iri).length() > paths.base().length())
                .distinct()
                .filter(iri -> paths.obstacles(iri).isEmpty())
                .collect(Collectors.groupingBy(paths::key, Collectors.toSet()));
    }

    /** Returns whether an IRI, without its fragment, has a single spelling and therefore a path of its own. */
    private static boolean isPlain(String iri, IriPaths paths) {
        int begin = paths.base().length() + THINGS.length();
        if (!iri.startsWith(paths.base())
                || !iri.startsWith(THINGS, paths.base().length())) {
            return false;
        }
        int end = begin;
        while (end < iri.length() && iri.charAt(end) != '#') {
            if (!PercentEncoding.isUnreserved(iri.charAt(end)) && iri.charAt(end) != '/') {
                return false;
            }
            end++;
        }
        return end > begin && SHARING.stream().noneMatch(folder -> iri.startsWith(folder, begin));
    }

    private static Map<String, Optional<String>> owners(
            String key, Set<String> unusual, IriPaths paths, KnownNames names) {
        if (unusual.isEmpty()) {
            return Map.of();
        }
        Set<String> same = unusual.stream().map(IriPaths::whole).collect(Collectors.toCollection(TreeSet::new));
        Stream.of(paths.base() + "id" + key)
                .filter(plain -> paths.obstacles(plain).isEmpty())
                .filter(plain -> names.describes(plain) || names.uses(plain))
                .forEach(same::add);
        Map<String, Optional<String>> topics = new HashMap<>();
        same.forEach(
                iri -> topics.put(iri, paths.topic(paths.document(iri).substring(IriPaths.DOCUMENTS.length()), names)));
        // A server that decodes paths finds only one of several IRIs, even if each has a path of its own.
        Optional<String> owner = topics.entrySet().stream()
                .filter(entry -> entry.getValue().equals(Optional.of(entry.getKey())))
                .map(Map.Entry::getKey)
                .min(Comparator.comparing((String iri) -> iri.indexOf('%') >= 0)
                        .thenComparing(iri -> !Normalizer.isNormalized(iri, Normalizer.Form.NFC))
                        .thenComparing(iri -> iri));
        return same.stream()
                .filter(iri -> !owner.equals(Optional.of(iri)))
                .collect(Collectors.toMap(iri -> iri, iri -> topics.get(iri)
                        .filter(other -> !other.equals(iri))
                        .or(() -> owner)));
    }

    /** Returns an empty set, for use without a dataset. */
    public static SharedPaths none() {
        return new SharedPaths(new Groups<>(Map.of()), Map.of());
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
