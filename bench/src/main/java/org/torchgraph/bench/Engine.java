package org.torchgraph.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A server that is timed.
 *
 * @param version its name with its version
 * @param endpoint where it takes queries, with the parameters that each query is sent with
 * @param process the server, ended by {@link #close()}; null for one that somebody else started
 * @param readyMillis from its start to its first answer over all the data
 */
record Engine(String name, String version, URI endpoint, Client client, Process process, long readyMillis)
        implements AutoCloseable {
    private static final Duration END = Duration.ofSeconds(20);

    Engine(String name, String version, URI endpoint, Process process, long readyMillis) {
        this(name, version, endpoint, new Client(endpoint.getHost(), endpoint.getPort()), process, readyMillis);
    }

    /** Asks a query by GET; the result is to be JSON. */
    Client.Reply ask(String query) throws IOException {
        return client.send(asking(query, "application/sparql-results+json"));
    }

    /** Returns the request that asks a query for a result of a media type. */
    byte[] asking(String query, String accept) {
        String parameters = endpoint.getRawQuery() == null ? "?" : "?" + endpoint.getRawQuery() + "&";
        return client.get(
                endpoint.getRawPath() + parameters + "query=" + URLEncoder.encode(query, StandardCharsets.UTF_8),
                "Accept: " + accept);
    }

    /** Returns the processor time that the server has used, in milliseconds; not a number where that is not told. */
    double processorMillis() {
        return process == null
                ? Double.NaN
                : process.info()
                        .totalCpuDuration()
                        .map(used -> (double) used.toMillis())
                        .orElse(Double.NaN);
    }

    /** Returns the memory that the server has, in MiB; -1 where the system does not tell. */
    long residentMiB() throws IOException {
        Path status = Path.of("/proc/" + (process == null ? 0 : process.pid()) + "/status");
        if (!Files.isReadable(status)) {
            return -1;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(-1L);
    }

    @Override
    public void close() throws IOException {
        client.close();
        if (process != null) {
            process.destroy();
            try {
                if (!process.waitFor(END.toSeconds(), TimeUnit.SECONDS)) {
                    process.destroyForcibly().waitFor();
                }
            } catch (InterruptedException ended) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
    }
}
