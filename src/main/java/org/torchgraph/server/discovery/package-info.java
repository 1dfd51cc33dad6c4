/** What machines find the rest by: sitemap, feed, rules for robots, and the description of the saved questions. */
package org.torchgraph.server.discovery;
