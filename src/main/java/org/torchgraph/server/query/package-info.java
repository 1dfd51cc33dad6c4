/** Routes that run queries: the SPARQL endpoint, saved questions, and panels of pages. */
package org.torchgraph.server.query;
