/** Routes that serve HTML only, static assets, and error replies. */
package org.torchgraph.server.page;
