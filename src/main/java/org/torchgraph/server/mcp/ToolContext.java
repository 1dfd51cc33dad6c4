package org.torchgraph.server.mcp;

import org.torchgraph.server.query.QueryService;
import org.torchgraph.server.version.PublishedVersion;

/**
 * What the tools of a version have in common.
 *
 * @param version the data
 * @param queryService runs their queries
 */
record ToolContext(PublishedVersion version, QueryService queryService) {}
