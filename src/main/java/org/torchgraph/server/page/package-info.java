/** What is there for readers alone: pages that have no other form, their files, and problems told. */
package org.torchgraph.server.page;
