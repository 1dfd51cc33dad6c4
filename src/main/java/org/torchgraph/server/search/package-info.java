/** Search: the page, JSON, and suggestions. */
package org.torchgraph.server.search;
