package org.torchgraph.server.mcp;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.torchgraph.http.Problem;
import org.torchgraph.http.ProblemException;
import org.torchgraph.messages.Code;
import org.torchgraph.server.query.QueryService;
import org.torchgraph.server.reply.Content;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.reply.Route;
import org.torchgraph.server.version.CurrentVersion;
import org.torchgraph.server.version.PublishedVersion;

/**
 * Serves {@code /mcp}, the Model Context Protocol over HTTP: one message in each POST, its answer as JSON. There are no
 * sessions, so that any server can answer any request.
 */
public final class McpRoute implements Route {
    static final String JSON = "application/json";
    private static final String VERSION_HEADER = "MCP-Protocol-Version";

    private final CurrentVersion currentVersion;
    private final AllowedHosts hosts;
    private final Toolboxes toolboxes;
    private ProtocolServer server;

    /**
     * @param hosts under which it is served
     * @param silence the time since which the store has not answered; empty while it answers
     */
    public McpRoute(
            CurrentVersion currentVersion,
            QueryService queryService,
            AllowedHosts hosts,
            Supplier<Optional<Instant>> silence) {
        this.currentVersion = currentVersion;
        this.hosts = hosts;
        this.toolboxes = new Toolboxes(queryService, silence);
    }

    @Override
    public List<String> methods() {
        return List.of("POST");
    }

    /** @throws ProblemException if the host is not allowed, or the body is no message */
    @Override
    public Reply answer(Request request) {
        PublishedVersion version = currentVersion.get();
        ProtocolServer speaking = server(version);
        AllowedHosts.check(request, speaking.validator());
        if (!request.body().type().equals(JSON)) {
            throw Problem.of(
                            Problem.ProblemKind.UNSUPPORTED_MEDIA,
                            Code.MCP_TYPE,
                            JSON,
                            request.body().type())
                    .offering(List.of(JSON))
                    .exception();
        }
        request.header(VERSION_HEADER)
                .filter(asked -> !speaking.protocolVersions().contains(asked))
                .ifPresent(asked -> {
                    throw bad(Code.MCP_VERSION, asked, String.join(", ", speaking.protocolVersions()));
                });
        return switch (message(speaking.mapper(), request.body().text())) {
            case McpSchema.JSONRPCRequest asked ->
                version.reply(
                                JSON,
                                version.tag("mcp"),
                                () -> Content.of(bytes(speaking.mapper(), speaking.answer(asked))))
                        .notStored()
                        .asRationed();
            case McpSchema.JSONRPCNotification told -> {
                speaking.take(told);
                yield Reply.once(202, JSON, new byte[0]);
            }
            default -> throw bad(Code.MCP_MESSAGE);
        };
    }

    private synchronized ProtocolServer server(PublishedVersion version) {
        if (server == null || server.version() != version) {
            server = ProtocolServer.of(toolboxes.of(version), hosts);
        }
        return server;
    }

    /**
     * Reads a message.
     *
     * @throws ProblemException if it is none
     */
    static McpSchema.JSONRPCMessage message(McpJsonMapper mapper, String text) {
        try {
            if (!(mapper.readValue(text, Object.class) instanceof Map<?, ?> members
                    && McpSchema.JSONRPC_VERSION.equals(members.get("jsonrpc")))) {
                throw bad(Code.MCP_MESSAGE);
            }
        } catch (IOException | UncheckedIOException malformed) {
            throw bad(Code.MCP_JSON);
        }
        try {
            return McpSchema.deserializeJsonRpcMessage(mapper, text);
        } catch (IOException | RuntimeException other) {
            throw bad(Code.MCP_MESSAGE);
        }
    }

    static byte[] bytes(McpJsonMapper mapper, Object value) {
        try {
            return mapper.writeValueAsBytes(value);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static ProblemException bad(Code code, Object... arguments) {
        return Problem.of(Problem.ProblemKind.BAD_REQUEST, code, arguments).exception();
    }
}
