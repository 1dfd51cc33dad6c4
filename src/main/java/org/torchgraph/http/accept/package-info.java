/** Content negotiation: the media types, content codings and languages that a client accepts, by its preference. */
package org.torchgraph.http.accept;
