package org.torchgraph.server.mcp;

import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;

/** Speaks the protocol over standard input and output, a message a line. */
public final class StandardIo {
    private StandardIo() {}

    /** Answers until the client closes its side. */
    public static void serve(Toolbox tools, InputStream in, OutputStream out) throws InterruptedException {
        McpJsonMapper mapper = McpJsonDefaults.getMapper();
        CountDownLatch ended = new CountDownLatch(1);
        McpSyncServer server = McpServer.sync(new StdioServerTransportProvider(mapper, new EndingInput(in, ended), out))
                .jsonMapper(mapper)
                .serverInfo(tools.name())
                .instructions(tools.instructions())
                .capabilities(Toolbox.CAPABILITIES)
                .validateToolInputs(false)
                .tools(tools.all().stream()
                        .map(tool -> new McpServerFeatures.SyncToolSpecification(
                                tool.definition(), (client, call) -> tools.call(tool, call.arguments())))
                        .toList())
                .resources(tools.resources().stream()
                        .map(one -> new McpServerFeatures.SyncResourceSpecification(
                                one.definition(), (client, read) -> one.read()))
                        .toList())
                .resourceTemplates(tools.templates().stream()
                        .map(one -> new McpServerFeatures.SyncResourceTemplateSpecification(
                                one, (client, read) -> tools.read(read.uri())))
                        .toList())
                .build();
        ended.await();
        server.closeGracefully();
    }

    /** Tells when the client has closed its side, of which the library tells nobody. */
    private static final class EndingInput extends FilterInputStream {
        private final CountDownLatch ended;

        EndingInput(InputStream in, CountDownLatch ended) {
            super(in);
            this.ended = ended;
        }

        @Override
        public int read() throws IOException {
            return told(super.read());
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            return told(super.read(bytes, from, length));
        }

        private int told(int read) {
            if (read < 0) {
                ended.countDown();
            }
            return read;
        }
    }
}
