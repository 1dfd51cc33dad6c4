/** The running site: Fuseki and Jetty, which path is answered by which route, start and stop. */
package org.torchgraph.server;
