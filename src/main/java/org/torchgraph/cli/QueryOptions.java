package org.torchgraph.cli;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.torchgraph.messages.Code;
import org.torchgraph.query.Limits;
import picocli.CommandLine.Option;

/** The options that say what queries of a site may take and ask. */
public final class QueryOptions {
    @Option(
            names = "--query-timeout",
            paramLabel = "SECONDS",
            description = "time limit of a query, default ${DEFAULT-VALUE}")
    private int queryTimeout = 10;

    @Option(
            names = "--service-host",
            paramLabel = "HOST",
            description =
                    "host, with its port if it has another than the scheme, that queries may ask by SERVICE (repeatable)")
    private List<String> serviceHosts = List.of();

    /**
     * Returns the limits of queries.
     *
     * @throws UsageException if an option has a value that is none
     */
    Limits limits() {
        if (queryTimeout < 1) {
            throw new UsageException(Code.TIMEOUT_SECONDS, queryTimeout);
        }
        return Limits.standard().within(Duration.ofSeconds(queryTimeout)).asking(services());
    }

    private Set<String> services() {
        return serviceHosts.stream()
                .map(host -> {
                    if (!ReachOptions.isHost(host)) {
                        throw new UsageException(Code.SERVICE_HOST, host);
                    }
                    return host.toLowerCase(Locale.ROOT);
                })
                .collect(Collectors.toSet());
    }
}
