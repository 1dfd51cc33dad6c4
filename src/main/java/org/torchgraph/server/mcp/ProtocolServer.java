package org.torchgraph.server.mcp;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessServerFeatures;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.server.transport.DefaultServerTransportSecurityValidator;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import io.modelcontextprotocol.spec.ProtocolVersions;
import java.util.List;
import java.util.Map;
import org.torchgraph.http.Problem;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Language;
import org.torchgraph.messages.Message;
import org.torchgraph.server.version.PublishedVersion;
import reactor.core.publisher.Mono;

/** Speaks the protocol for one version of the data, without sessions. */
final class ProtocolServer implements McpStatelessServerTransport {
    private final Toolbox tools;
    private final McpJsonMapper mapper = McpJsonDefaults.getMapper();
    private McpStatelessServerHandler handler;

    private final DefaultServerTransportSecurityValidator validator;

    private ProtocolServer(Toolbox tools, AllowedHosts hosts) {
        this.tools = tools;
        this.validator = hosts.validator(tools.version().base());
    }

    static ProtocolServer of(Toolbox tools, AllowedHosts hosts) {
        ProtocolServer transport = new ProtocolServer(tools, hosts);
        McpServer.sync(transport)
                .jsonMapper(transport.mapper)
                .serverInfo(tools.name())
                .instructions(tools.instructions())
                .capabilities(Toolbox.CAPABILITIES)
                .validateToolInputs(false)
                .immediateExecution(true)
                .tools(tools.all().stream()
                        .map(tool -> new McpStatelessServerFeatures.SyncToolSpecification(
                                tool.definition(), (context, call) -> tools.call(tool, call.arguments())))
                        .toList())
                .resources(tools.resources().stream()
                        .map(one -> new McpStatelessServerFeatures.SyncResourceSpecification(
                                one.definition(), (context, read) -> one.read()))
                        .toList())
                .resourceTemplates(tools.templates().stream()
                        .map(one -> new McpStatelessServerFeatures.SyncResourceTemplateSpecification(
                                one, (context, read) -> tools.read(read.uri())))
                        .toList())
                .build();
        return transport;
    }

    /** Returns what tells the hosts that are allowed. */
    DefaultServerTransportSecurityValidator validator() {
        return validator;
    }

    PublishedVersion version() {
        return tools.version();
    }

    McpJsonMapper mapper() {
        return mapper;
    }

    /** Returns the response to a request; tools fail by their results, so that what is thrown is due to its form. */
    McpSchema.JSONRPCResponse answer(McpSchema.JSONRPCRequest request) {
        try {
            McpSchema.JSONRPCResponse answer =
                    handler.handleRequest(McpTransportContext.EMPTY, request).block();
            return answer.error() == null
                    ? answer
                    : refused(request, answer.error().code());
        } catch (IllegalArgumentException | NullPointerException unreadable) {
            return refused(request, McpSchema.ErrorCodes.INVALID_PARAMS);
        }
    }

    /** Returns an error in own words, since those of the library name its classes and repeat all that was sent. */
    private static McpSchema.JSONRPCResponse refused(McpSchema.JSONRPCRequest request, int code) {
        Message words =
                switch (code) {
                    case McpSchema.ErrorCodes.METHOD_NOT_FOUND -> said(Code.MCP_METHOD, request.method());
                    case McpSchema.ErrorCodes.RESOURCE_NOT_FOUND -> said(Code.MCP_RESOURCE, sent(request, "uri"));
                    default ->
                        request.method().equals(McpSchema.METHOD_TOOLS_CALL)
                                        && sent(request, "name") instanceof String name
                                ? said(Code.MCP_TOOL, name)
                                : said(Code.MCP_PARAMS, request.method());
                };
        return McpSchema.JSONRPCResponse.error(
                request.id(),
                new McpSchema.JSONRPCResponse.JSONRPCError(
                        code == McpSchema.ErrorCodes.INTERNAL_ERROR ? McpSchema.ErrorCodes.INVALID_PARAMS : code,
                        words.in(Language.EN)));
    }

    private static Object sent(McpSchema.JSONRPCRequest request, String parameter) {
        return request.params() instanceof Map<?, ?> parameters ? parameters.get(parameter) : null;
    }

    private static Message said(Code code, Object sent) {
        return Message.of(code, Problem.clipped(String.valueOf(sent)));
    }

    void take(McpSchema.JSONRPCNotification notification) {
        handler.handleNotification(McpTransportContext.EMPTY, notification).block();
    }

    @Override
    public void setMcpHandler(McpStatelessServerHandler speaking) {
        this.handler = speaking;
    }

    @Override
    public Mono<Void> closeGracefully() {
        return Mono.empty();
    }

    @Override
    public List<String> protocolVersions() {
        return List.of(
                ProtocolVersions.MCP_2025_03_26, ProtocolVersions.MCP_2025_06_18, ProtocolVersions.MCP_2025_11_25);
    }
}
