package org.torchgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.kit.ProgramCommand;
import org.torchgraph.kit.PublicationFolder;

/** The protocol over standard input and output, spoken by a process of its own. */
class McpProcessTest {
    private static List<String> command;

    @BeforeAll
    static void command(@TempDir Path folder, @TempDir Path root) throws IOException, InterruptedException {
        PublicationFolder.in(root)
                .turtle("data/kites.ttl", "<id/red> a ex:Kite ; rdfs:label \"red kite\"@en , \"红风筝\"@zh .")
                .write(
                        "queries/kites.rq",
                        "#+ title.en: Kites\nPREFIX ex: <http://example.org/def#>\nSELECT ?kite { ?kite a ex:Kite }\n");
        command = Stream.concat(
                        new ProgramCommand(folder).words().stream(), Stream.of("mcp", "--publication", root.toString()))
                .toList();
    }

    @Test
    @Timeout(120)
    void a_client_of_the_library_calls_tools_and_reads_resources() {
        StdioClientTransport transport = new StdioClientTransport(
                ServerParameters.builder(command.get(0))
                        .args(command.subList(1, command.size()))
                        .build(),
                McpJsonDefaults.getMapper());
        try (McpSyncClient client = McpClient.sync(transport)
                .requestTimeout(Duration.ofSeconds(60))
                .initializationTimeout(Duration.ofSeconds(60))
                .build()) {
            client.initialize();
            assertThat(client.listTools().tools())
                    .extracting(McpSchema.Tool::name)
                    .contains("kites", "sparql");
            McpSchema.CallToolResult kites = client.callTool(McpSchema.CallToolRequest.builder("kites")
                    .arguments(Map.of("language", "zh"))
                    .build());
            assertThat(kites.structuredContent().toString()).contains("http://example.org/id/red", "红风筝");
            assertThat(client.listResources().resources())
                    .extracting(McpSchema.Resource::uri)
                    .contains("http://example.org/def", "http://example.org/queries/kites");
            assertThat(client.readResource(McpSchema.ReadResourceRequest.builder("http://example.org/id/red")
                                    .build())
                            .contents()
                            .toString())
                    .contains("红风筝");
        }
    }

    @Test
    @Timeout(120)
    void nothing_but_messages_is_on_standard_output_and_it_ends_with_its_input()
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            Writer in = process.outputWriter(StandardCharsets.UTF_8);
            in.write("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":"
                    + "\"2025-06-18\",\"capabilities\":{},\"clientInfo\":{\"name\":\"t\",\"version\":\"1\"}}}\n");
            in.flush();
            assertThat(out.readLine()).startsWith("{").contains("\"id\":1", "\"serverInfo\"");
            in.write("garbage\n\n{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"ping\"}\n");
            in.flush();
            assertThat(out.readLine()).contains("\"code\":-32700", "\"id\":null", "The body is no JSON");
            assertThat(out.readLine()).contains("\"id\":2", "\"result\"");
            in.write("{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"tools/call\",\"params\":{\"name\":\"zzz\"}}\n");
            in.close();
            // What was asked before the end is answered.
            assertThat(out.readLine()).contains("\"id\":3", "There is no tool zzz");
            assertThat(out.readLine()).isNull();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        } finally {
            process.destroyForcibly();
        }
    }
}
