package org.torchgraph.cli;

import java.util.List;
import java.util.regex.Pattern;
import org.torchgraph.http.Mount;
import org.torchgraph.messages.Code;
import org.torchgraph.server.ServerAddress;
import org.torchgraph.server.TrustedProxies;
import org.torchgraph.server.mcp.AllowedHosts;
import picocli.CommandLine.Option;

/** The options that say where a site listens and under which addresses clients reach it. */
public final class ReachOptions {
    /** A name or an IP address, with a port or without. */
    private static final Pattern HOST = Pattern.compile("([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+])(:[0-9]{1,5})?");

    @Option(names = "--port", paramLabel = "N", description = "port, default ${DEFAULT-VALUE}; 0 selects a free one")
    private int port = 3030;

    @Option(names = "--host", paramLabel = "ADDRESS", description = "address to listen on, default ${DEFAULT-VALUE}")
    private String host = "127.0.0.1";

    @Option(
            names = "--trusted-proxy",
            paramLabel = "ADDR",
            description =
                    "address or network of a proxy whose Forwarded and X-Forwarded-* headers are trusted (repeatable)")
    private List<String> trustedProxies = List.of();

    @Option(
            names = "--allowed-host",
            paramLabel = "HOST",
            description =
                    "host, with its port or without, under which /mcp is reached besides this machine's own names (repeatable)")
    private List<String> allowedHosts = List.of();

    @Option(names = "--context", paramLabel = "PATH", description = "path of the site on its host, such as /torchgraph")
    private String context = "/";

    /**
     * Returns where the site listens, and how it is reached.
     *
     * @throws UsageException if an option has a value that is none
     */
    ServerAddress address() {
        requirePort(port);
        return new ServerAddress(host, port, mount(), proxies(), hosts());
    }

    /** @throws UsageException if a number is none of a port; 0 stands for a free one */
    static void requirePort(int number) {
        if (number < 0 || number > 65535) {
            throw new UsageException(Code.PORT_NUMBER, number);
        }
    }

    /** Returns whether a text is a name or an IP address, with a port or without. */
    static boolean isHost(String text) {
        return HOST.matcher(text).matches();
    }

    private Mount mount() {
        return Mount.parse(context).orElseThrow(() -> new UsageException(Code.CONTEXT_PATH, context));
    }

    private AllowedHosts hosts() {
        allowedHosts.stream().filter(allowed -> !isHost(allowed)).findFirst().ifPresent(allowed -> {
            throw new UsageException(Code.ALLOWED_HOST, allowed);
        });
        return new AllowedHosts(allowedHosts);
    }

    private TrustedProxies proxies() {
        try {
            return TrustedProxies.at(trustedProxies);
        } catch (IllegalArgumentException malformed) {
            throw new UsageException(Code.PROXY_ADDRESS, String.join(", ", trustedProxies));
        }
    }
}
