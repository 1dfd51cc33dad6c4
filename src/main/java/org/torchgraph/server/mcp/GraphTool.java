package org.torchgraph.server.mcp;

import io.modelcontextprotocol.spec.McpSchema;

/** A tool that reads one version of the data. */
interface GraphTool {
    /** Returns the name by which it is called. */
    String name();

    /** Returns what it takes. */
    ToolSchema schema();

    /** Returns what a client is told of it; by itself, the texts of its name. */
    default McpSchema.Tool definition() {
        return schema().tool(name());
    }

    /**
     * Returns its answer.
     *
     * @param arguments none but those of the schema
     * @throws org.torchgraph.http.ProblemException if an argument is wrong, or a query fails
     */
    ToolAnswer answer(ToolArguments arguments);
}
