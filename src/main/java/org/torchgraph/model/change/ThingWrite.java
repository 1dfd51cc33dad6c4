package org.torchgraph.model.change;

import java.util.List;

/**
 * What a write changed of one thing and its parts.
 *
 * @param write the write
 * @param values the changes of its properties
 * @param more the number of changed statements that are not among these
 */
public record ThingWrite(PublishedWrite write, List<ValueChange> values, int more) {}
