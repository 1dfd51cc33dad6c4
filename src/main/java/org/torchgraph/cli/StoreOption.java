package org.torchgraph.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.http.auth.AuthEnv;
import org.torchgraph.dataset.engine.EngineAddress;
import org.torchgraph.messages.Code;
import picocli.CommandLine.Option;

/** The options that say where the statements are. */
public final class StoreOption {
    private static final String DISK = "tdb2:";
    private static final String ENGINE = "sparql:";
    private static final String PASSWORD = "TORCHGRAPH_STORE_PASSWORD";

    @Option(
            names = "--store",
            paramLabel = "STORE",
            description =
                    "where the statements are: memory (default), tdb2:DIR, a folder on disk, or sparql:URL, an engine with a SPARQL endpoint")
    private String store = "memory";

    @Option(
            names = "--store-user",
            paramLabel = "NAME",
            description = "user of the engine, whose password is in the environment variable " + PASSWORD)
    private String user;

    @Option(
            names = "--graph-store-url",
            paramLabel = "URL",
            description = "where the engine has its graphs by the SPARQL 1.1 Graph Store HTTP Protocol")
    private String graphStore;

    private static final int MAX_PORT = 65_535;

    /** Returns whether the statements are elsewhere than in memory. */
    boolean isNamed() {
        return !store.equals("memory");
    }

    /**
     * Returns the folder of the store; empty for memory and for an engine.
     *
     * @throws UsageException if there is no such kind of store
     */
    Optional<Path> folder() {
        if (store.equals("memory") || store.startsWith(ENGINE)) {
            return Optional.empty();
        }
        if (!store.startsWith(DISK) || store.equals(DISK)) {
            throw new UsageException(Code.STORE_UNKNOWN, store);
        }
        return Optional.of(Path.of(store.substring(DISK.length())));
    }

    /**
     * Returns the addresses of the engine, to which its user is made known; empty if the statements are elsewhere.
     *
     * @throws UsageException if one of them is no address
     */
    Optional<EngineAddress> engine() {
        if (!store.startsWith(ENGINE)) {
            return Optional.empty();
        }
        EngineAddress address = new EngineAddress(
                url(store.substring(ENGINE.length())),
                Optional.ofNullable(graphStore).map(StoreOption::url));
        if (user != null) {
            String password = Optional.ofNullable(System.getenv(PASSWORD)).orElse("");
            Stream.concat(Stream.of(address.query()), address.graphStore().stream())
                    .forEach(url -> AuthEnv.get().registerUsernamePassword(URI.create(url), user, password));
        }
        return Optional.of(address);
    }

    private static String url(String text) {
        try {
            URI address = new URI(text);
            if (("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
                    && address.getHost() != null
                    && address.getPort() <= MAX_PORT) {
                return text;
            }
        } catch (URISyntaxException malformed) {
            throw new UsageException(Code.STORE_ADDRESS, text);
        }
        throw new UsageException(Code.STORE_ADDRESS, text);
    }
}
