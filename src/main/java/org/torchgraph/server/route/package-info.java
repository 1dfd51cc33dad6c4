/** What the site answers at each of its paths. */
package org.torchgraph.server.route;
