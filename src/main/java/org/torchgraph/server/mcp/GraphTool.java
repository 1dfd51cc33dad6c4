package org.torchgraph.server.mcp;

import io.modelcontextprotocol.spec.McpSchema;

/** A tool that reads one version of the data. */
interface GraphTool {
    /** Returns the name by which it is called. */
    String name();

    /** Returns what a client is told of it. */
    McpSchema.Tool definition();

    /**
     * Returns its answer.
     *
     * @throws org.torchgraph.http.ProblemException if an argument is wrong, or a query fails
     */
    ToolAnswer answer(ToolArguments arguments);
}
