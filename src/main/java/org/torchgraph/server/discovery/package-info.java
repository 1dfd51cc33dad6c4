/** Documents by which machines discover the site: sitemap, robots.txt, and the OpenAPI description. */
package org.torchgraph.server.discovery;
