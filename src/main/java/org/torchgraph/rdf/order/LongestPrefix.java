package org.torchgraph.rdf.order;

import java.util.Comparator;
import java.util.List;
import org.apache.jena.atlas.lib.Pair;
import org.apache.jena.riot.system.PrefixEntry;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapWrapper;

/**
 * A prefix map that abbreviates by the longest matching namespace and, of several prefixes for it, the alphabetically
 * first. Jena's prefix map picks any of them.
 */
public final class LongestPrefix extends PrefixMapWrapper {
    private final List<PrefixEntry> entries;

    /** Wraps a prefix map, whose entries are read once. */
    public LongestPrefix(PrefixMap prefixes) {
        super(prefixes);
        entries = prefixes.stream()
                .sorted(Comparator.comparingInt(
                                (PrefixEntry entry) -> -entry.getUri().length())
                        .thenComparing(PrefixEntry::getPrefix))
                .toList();
    }

    @Override
    public Pair<String, String> abbrev(String iri) {
        for (PrefixEntry entry : entries) {
            if (iri.startsWith(entry.getUri())) {
                return Pair.create(
                        entry.getPrefix(), iri.substring(entry.getUri().length()));
            }
        }
        return null;
    }

    @Override
    public String abbreviate(String iri) {
        Pair<String, String> pair = abbrev(iri);
        return pair == null ? null : pair.getLeft() + ":" + pair.getRight();
    }
}
