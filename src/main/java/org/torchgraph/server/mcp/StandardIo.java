package org.torchgraph.server.mcp;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.torchgraph.http.ProblemException;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Language;
import org.torchgraph.messages.Message;

/**
 * Speaks the protocol over standard input and output, a message a line. Requests are answered as they are at
 * {@code /mcp}, several at a time.
 */
public final class StandardIo {
    private static final Logger LOG = LoggerFactory.getLogger(StandardIo.class);

    private final ProtocolServer server;
    private final OutputStream out;

    private StandardIo(ProtocolServer server, OutputStream out) {
        this.server = server;
        this.out = out;
    }

    /**
     * Answers until the client closes its side, and then what is being answered.
     *
     * @throws IOException if it cannot be read from or written to
     */
    public static void serve(Toolbox tools, InputStream in, OutputStream out) throws IOException {
        StandardIo io = new StandardIo(ProtocolServer.of(tools, AllowedHosts.loopback()), out);
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        try (ExecutorService answering = Executors.newVirtualThreadPerTaskExecutor()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    io.take(line, answering);
                }
            }
        }
    }

    private void take(String line, ExecutorService answering) throws IOException {
        McpJsonMapper mapper = server.mapper();
        McpSchema.JSONRPCMessage message;
        try {
            message = McpRoute.message(mapper, line);
        } catch (ProblemException refused) {
            send(McpProblems.error(
                    refused.problem(), refused.problem().message().in(Language.EN)));
            return;
        }
        switch (message) {
            case McpSchema.JSONRPCRequest asked -> answering.execute(() -> answer(asked));
            case McpSchema.JSONRPCNotification told -> server.take(told);
            // An answer, although nothing was asked.
            default -> LOG.debug("not taken: {}", line);
        }
    }

    private void answer(McpSchema.JSONRPCRequest asked) {
        try {
            send(answered(asked));
        } catch (IOException gone) {
            LOG.debug("the client is gone", gone);
        }
    }

    /** Returns the response; an error if the program fails, so that the client does not wait for ever. */
    private McpSchema.JSONRPCResponse answered(McpSchema.JSONRPCRequest asked) {
        try {
            return server.answer(asked);
        } catch (RuntimeException | StackOverflowError bug) {
            LOG.error("{} failed", asked.method(), bug);
            return McpSchema.JSONRPCResponse.error(
                    asked.id(),
                    new McpSchema.JSONRPCResponse.JSONRPCError(
                            McpSchema.ErrorCodes.INTERNAL_ERROR,
                            Message.of(Code.SERVER_FAULT).in(Language.EN)));
        }
    }

    private synchronized void send(Object message) throws IOException {
        out.write(McpRoute.bytes(server.mapper(), message));
        out.write('\n');
        out.flush();
    }
}
