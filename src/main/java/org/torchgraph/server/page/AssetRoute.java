package org.torchgraph.server.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;
import org.torchgraph.http.EntityTag;
import org.torchgraph.http.Problem;
import org.torchgraph.messages.Code;
import org.torchgraph.server.reply.Content;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.reply.Route;

/** Serves {@code /assets/…} and {@code /webjars/…} from the class path. */
public final class AssetRoute implements Route {
    private static final Pattern SAFE = Pattern.compile("(/[A-Za-z0-9_][A-Za-z0-9._-]*)+");
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css",
            "js", "text/javascript",
            "svg", "image/svg+xml",
            "woff2", "font/woff2");

    private final String folder;
    private final ConcurrentMap<String, Asset> read = new ConcurrentHashMap<>();

    /** A file with the entity tag of its bytes. */
    private record Asset(byte[] bytes, EntityTag tag) {
        Asset(byte[] bytes) {
            this(bytes, EntityTag.ofContent(bytes));
        }
    }

    /**
     * Creates the route.
     *
     * @param folder the class path folder that precedes the path of a request
     */
    public AssetRoute(String folder) {
        this.folder = folder;
    }

    @Override
    public Reply answer(Request request) {
        String path = request.path();
        String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
        if (type == null || !SAFE.matcher(path).matches() || getClass().getResource(folder + path) == null) {
            throw Problem.of(Problem.ProblemKind.NOT_FOUND, Code.NO_FILE, path).exception();
        }
        Asset asset = read.computeIfAbsent(path, this::read);
        return Reply.ok(type, asset.tag(), () -> Content.of(asset.bytes()));
    }

    private Asset read(String path) {
        try (InputStream file = getClass().getResourceAsStream(folder + path)) {
            return new Asset(file.readAllBytes());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
