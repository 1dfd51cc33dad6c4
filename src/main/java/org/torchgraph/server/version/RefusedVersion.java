package org.torchgraph.server.version;

import java.time.Instant;
import java.util.List;

/**
 * A version that has faults, for which the one before is served.
 *
 * @param since the time at which it was refused
 * @param count the number of faults
 * @param faults the first of them in English, each with file and line where there is one
 */
public record RefusedVersion(Instant since, int count, List<String> faults) {}
