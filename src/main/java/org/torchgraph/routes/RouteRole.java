package org.torchgraph.routes;

/** A property of a path of the site that other parts of the program go by. */
public enum RouteRole {
    /** The navigation at the head of each page links to it. */
    IN_NAVIGATION,
    /** The sitemap lists it. */
    LISTED,
    /** The OpenAPI document describes it. */
    DESCRIBED,
    /** Robots are asked not to call it with a query, which makes countless addresses. */
    NOT_CRAWLED,
    /** The static site copies its files, because they do not name the host that was asked. */
    COPIED,
    /** A protocol of SPARQL 1.1; Fuseki receives its requests. */
    PROTOCOL,
    /** The site answers by itself, also when the publication describes a thing of the same IRI. */
    RESERVED,
    /** A request gets an answer also when the publication describes nothing of the same IRI. */
    ANSWERED,
    /** A link to the IRI leads to this path and not to a document about the IRI. */
    LINKED,
    /** The same as {@link #LINKED}, unless the publication describes a thing of the IRI. */
    LINKED_UNLESS_DESCRIBED
}
