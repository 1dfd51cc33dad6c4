/** What is answered by running a query: the endpoint, the saved questions, the panels of a page. */
package org.torchgraph.server.query;
