/** What a client takes: media types, codings and languages, by its preference. */
package org.torchgraph.http.accept;
