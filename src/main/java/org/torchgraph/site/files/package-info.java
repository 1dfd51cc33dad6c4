/** The site as files: pages whose links need no server, and a search that runs in the browser. */
package org.torchgraph.site.files;
