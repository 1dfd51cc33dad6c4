/** The running site: Fuseki and Jetty, routes, cached answers and their headers, start and stop. */
package org.torchgraph.server;
