/** Searches: the page, the same as JSON, and suggestions while one types. */
package org.torchgraph.server.search;
