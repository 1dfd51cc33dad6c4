package org.torchgraph.routes;

/** A property of a path of the site on which other parts of the program depend. */
public enum RouteRole {
    /** The navigation at the head of each page links to it. */
    IN_NAVIGATION,
    /** The sitemap lists it. */
    LISTED,
    /** The OpenAPI document describes it. */
    DESCRIBED,
    /** Robots are asked not to request it with a query, because the number of such addresses is unlimited. */
    NOT_CRAWLED,
    /** The static site copies its files, because they do not contain the host of the request. */
    COPIED,
    /** It is a SPARQL 1.1 protocol, whose requests Fuseki receives. */
    PROTOCOL,
    /** The site replies itself, even if the publication describes a thing with the same IRI. */
    RESERVED,
    /** A request gets a reply even if the publication describes nothing with the same IRI. */
    ANSWERED,
    /** A link to the IRI leads to this path and not to a document about the IRI. */
    LINKED,
    /** Like {@link #LINKED}, unless the publication describes a thing with the IRI. */
    LINKED_UNLESS_DESCRIBED
}
