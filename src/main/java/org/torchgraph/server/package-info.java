/** The running site: Fuseki and Jetty, the dispatch of paths to routes, start and stop. */
package org.torchgraph.server;
