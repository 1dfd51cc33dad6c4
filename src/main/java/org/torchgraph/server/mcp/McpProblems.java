package org.torchgraph.server.mcp;

import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpSchema;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.torchgraph.http.Problem;
import org.torchgraph.messages.Code;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.server.reply.ProblemReplies;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.version.CurrentVersion;
import org.torchgraph.server.version.PageContexts;

/** Replies to errors at {@code /mcp} with the error object of the protocol, and elsewhere as others do. */
public final class McpProblems implements ProblemReplies {
    private final CurrentVersion currentVersion;
    private final ProblemReplies others;

    public McpProblems(CurrentVersion currentVersion, ProblemReplies others) {
        this.currentVersion = currentVersion;
        this.others = others;
    }

    @Override
    public Reply answer(HttpServletRequest servlet, Problem problem) {
        Reply reply = others.answer(servlet, problem);
        if (!Request.path(servlet).equals(SiteRoute.MCP.path())) {
            return reply;
        }
        String words = problem.message()
                .in(PageContexts.chosen(
                        Request.unread(servlet), currentVersion.get().site().interfaceLanguages()));
        Map<String, Object> error = error(problem, words);
        Reply said = Reply.once(
                        problem.kind().status(), McpRoute.JSON, McpRoute.bytes(McpJsonDefaults.getMapper(), error))
                .with("Cache-Control", "no-store");
        for (String kept : new String[] {"Allow", "Retry-After", "Accept-Encoding"}) {
            String value = reply.headers().get(kept);
            said = value == null ? said : said.with(kept, value);
        }
        return said;
    }

    /** Returns the error object of the protocol, for a request whose id is unknown. */
    static Map<String, Object> error(Problem problem, String words) {
        // The response of the library has to have an id, which is unknown here (JSON-RPC 2.0 §5).
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("jsonrpc", McpSchema.JSONRPC_VERSION);
        error.put("id", null);
        error.put(
                "error",
                new McpSchema.JSONRPCResponse.JSONRPCError(
                        code(problem),
                        words,
                        Map.of(
                                "status",
                                problem.kind().status(),
                                "code",
                                problem.message().code().slug())));
        return error;
    }

    private static int code(Problem problem) {
        if (problem.message().code() == Code.MCP_JSON) {
            return McpSchema.ErrorCodes.PARSE_ERROR;
        }
        return problem.kind().status() < 500
                ? McpSchema.ErrorCodes.INVALID_REQUEST
                : McpSchema.ErrorCodes.INTERNAL_ERROR;
    }
}
