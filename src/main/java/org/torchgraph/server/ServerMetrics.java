package org.torchgraph.server;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.DiskSpaceMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.eclipse.jetty.server.RequestLog;
import org.torchgraph.dataset.Dataset;
import org.torchgraph.http.Mount;
import org.torchgraph.query.QueryFailedException.FailureKind;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.server.version.CurrentVersion;

/**
 * The measurements of a process and of the server in it, in the text format of Prometheus. No label has values that a
 * client chooses.
 */
public final class ServerMetrics implements AutoCloseable {
    static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private static final Duration[] BUCKETS =
            List.of(5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000, 30_000).stream()
                    .map(Duration::ofMillis)
                    .toArray(Duration[]::new);

    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "QUERY", "OPTIONS");

    private static final Set<String> CHANGING = Set.of("PUT", "DELETE", "PATCH");

    private static final Set<String> WRITTEN_BY_POST =
            Set.of(slug(SiteRoute.GRAPH_STORE), slug(SiteRoute.UPDATE), slug(SiteRoute.HISTORY));

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final Meter.MeterProvider<Timer> requests = Timer.builder("http.server.requests")
            .description("Requests by route, method and status, from the end of the head to the end of the reply")
            .serviceLevelObjectives(BUCKETS)
            .withRegistry(registry);
    private final Meter.MeterProvider<Counter> writes = Counter.builder("torchgraph.writes")
            .description("Writes, by whether they were accepted")
            .withRegistry(registry);

    /** Begins to measure the process. */
    public ServerMetrics() {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        collections.bindTo(registry);
        disk(Path.of(System.getProperty("java.io.tmpdir")));
    }

    /** Measures the room of the disk that has a folder. */
    public void disk(Path folder) {
        new DiskSpaceMetrics(folder.toFile()).bindTo(registry);
    }

    MeterRegistry registry() {
        return registry;
    }

    /** Returns all measurements in the text format of Prometheus. */
    String text() {
        return registry.scrape(MEDIA_TYPE);
    }

    /** Measures queries and versions. */
    void measure(Dataset dataset, CurrentVersion versions) {
        gauge("queries.running", "Running queries", dataset, data -> data.activity()
                .running());
        gauge("queries.waiting", "Queries that wait for a slot", dataset, data -> data.activity()
                .waiting());
        queries(dataset, "answered", data -> data.activity().answered());
        for (FailureKind kind : FailureKind.values()) {
            queries(dataset, slug(kind), data -> data.activity().failed().getOrDefault(kind, 0L));
        }
        FunctionCounter.builder("torchgraph.versions.served", versions, CurrentVersion::replacements)
                .description("Dataset versions that took the place of another")
                .register(registry);
        FunctionCounter.builder("torchgraph.versions.refused", versions, CurrentVersion::refusals)
                .description("Dataset versions that had faults")
                .register(registry);
    }

    /** Measures a number of now. */
    <T> void gauge(String name, String description, T of, ToDoubleFunction<T> value) {
        Gauge.builder("torchgraph." + name, of, value).description(description).register(registry);
    }

    private void queries(Dataset dataset, String outcome, ToDoubleFunction<Dataset> count) {
        FunctionCounter.builder("torchgraph.queries", dataset, count)
                .description("Queries of pages, questions and the endpoint, by outcome")
                .tag("outcome", outcome)
                .register(registry);
    }

    /**
     * Returns a log that measures each request, those included that Jetty refuses by itself.
     *
     * @param context where the server has the site
     */
    RequestLog requests(Mount context) {
        return (request, response) -> {
            String method = METHODS.contains(request.getMethod()) ? request.getMethod() : "other";
            String path = Optional.ofNullable(request.getHttpURI().getPath()).orElse("");
            String route = path.startsWith(context.of("/"))
                    ? SiteRoute.of(path.substring(context.path().length()))
                            .map(ServerMetrics::slug)
                            .orElse("thing")
                    : "none";
            int status = response.getStatus();
            requests.withTags(Tags.of("route", route, "method", method, "status", Integer.toString(status)))
                    .record(Duration.ofNanos(System.nanoTime() - request.getHeadersNanoTime()));
            if (CHANGING.contains(method) || method.equals("POST") && WRITTEN_BY_POST.contains(route)) {
                writes.withTags("outcome", status < 300 ? "accepted" : "refused")
                        .increment();
            }
        };
    }

    private static String slug(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
