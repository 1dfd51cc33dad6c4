package org.torchgraph.dataset.engine;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;

/**
 * Tells an older version from a newer one: it is one that was served before, or both are numbers or dates of which one
 * is lower. A copy of an engine that is behind states an older one for a while. If it stays, somebody has gone back.
 */
final class EngineVersions {
    /** The time after which an older version is taken as the one that is meant. */
    static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final int MOST_REMEMBERED = 10;
    private static final String SEPARATORS = ".-:TZ+";

    private final List<String> served = new ArrayList<>();
    private String behind = "";
    private Instant since = Instant.EPOCH;

    /** Notes the version that is served from now on; if it was served before, those after it are forgotten. */
    synchronized void serve(String version) {
        int before = served.indexOf(version);
        if (before >= 0) {
            served.subList(before, served.size()).clear();
        }
        served.add(version);
        if (served.size() > MOST_REMEMBERED) {
            served.removeFirst();
        }
        behind = "";
    }

    /** Returns whether a version is older than the one that is served, and not yet stated long enough to be meant. */
    synchronized boolean isBehind(String version, Instant now) {
        String current = served.getLast();
        if (version.equals(current) || !served.contains(version) && !isOlder(version, current)) {
            behind = "";
            return false;
        }
        if (!version.equals(behind)) {
            behind = version;
            since = now;
        }
        return now.isBefore(since.plus(PATIENCE));
    }

    /** Returns whether both versions are numbers, as 1.10.0, or dates, and the first is lower. */
    static boolean isOlder(String version, String other) {
        String[] parts = StringUtils.split(version, SEPARATORS);
        String[] others = StringUtils.split(other, SEPARATORS);
        if (parts.length == 0 || !Stream.of(parts, others).flatMap(Stream::of).allMatch(StringUtils::isNumeric)) {
            return false;
        }
        for (int i = 0; i < Math.max(parts.length, others.length); i++) {
            int order = number(parts, i).compareTo(number(others, i));
            if (order != 0) {
                return order < 0;
            }
        }
        return false;
    }

    private static BigInteger number(String[] parts, int index) {
        return index < parts.length ? new BigInteger(parts[index]) : BigInteger.ZERO;
    }
}
