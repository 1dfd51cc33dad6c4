/** The static site: pages whose links need no server, and a search index for the browser. */
package org.torchgraph.site.files;
