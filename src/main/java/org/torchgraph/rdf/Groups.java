package org.torchgraph.rdf;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Sets of values by a key, as one pass over a dataset version finds them. A later version shares them and has other
 * sets for the keys that it changes.
 *
 * @param found by the pass
 * @param changed the sets that stand for others since then; empty for a key that is gone
 */
public record Groups<K, V>(Map<K, Set<V>> found, Map<K, Set<V>> changed) {

    /** Creates groups that nothing has changed. */
    public Groups(Map<K, Set<V>> found) {
        this(found, Map.of());
    }

    /** Returns the values of a key; none for an unknown one. */
    public Set<V> get(K key) {
        Set<V> other = changed.get(key);
        return other == null ? found.getOrDefault(key, Set.of()) : other;
    }

    /**
     * Returns these groups after a change.
     *
     * @param touched the values that may be new or gone, by their key
     * @param kept tells of each of them whether it is there afterwards
     */
    public Groups<K, V> after(Map<K, Set<V>> touched, Predicate<V> kept) {
        if (touched.isEmpty()) {
            return this;
        }
        Map<K, Set<V>> now = new HashMap<>(changed);
        touched.forEach((key, values) -> {
            Set<V> group = new HashSet<>(get(key));
            values.forEach(value -> {
                if (kept.test(value)) {
                    group.add(value);
                } else {
                    group.remove(value);
                }
            });
            now.put(key, Set.copyOf(group));
        });
        return new Groups<>(found, Map.copyOf(now));
    }
}
