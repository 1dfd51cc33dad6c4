package org.torchgraph.dataset;

import java.time.Instant;
import java.util.Optional;

/**
 * Whether a store elsewhere answers.
 *
 * @param silentSince the time since which it has not answered; empty while it answers
 */
public record Availability(Optional<Instant> silentSince) {}
