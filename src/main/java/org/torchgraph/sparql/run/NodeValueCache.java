package org.torchgraph.sparql.run;

import java.lang.reflect.Field;
import org.apache.jena.atlas.lib.CacheFactory;
import org.apache.jena.sparql.expr.NodeValue;

/**
 * Jena's one cache for the values of the literals that were met last, 10,000 of them for the whole program. A query
 * that reads more spends up to half of its time on taking values in and out, where making each afresh costs little; and
 * Jena has no setting for it.
 */
final class NodeValueCache {

    private NodeValueCache() {}

    /** From now on no value is kept. */
    static void switchOff() {
        try {
            Field cache = NodeValue.class.getDeclaredField("nodeValueCache");
            cache.setAccessible(true);
            cache.set(null, CacheFactory.createNullCache());
        } catch (ReflectiveOperationException otherVersion) {
            throw new IllegalStateException("this version of Jena keeps values elsewhere", otherVersion);
        }
    }
}
