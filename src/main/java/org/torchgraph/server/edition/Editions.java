package org.torchgraph.server.edition;

import java.util.function.Supplier;

/** The edition that is served now. A route takes it once for a request, and answers from that alone. */
public interface Editions extends Supplier<Edition> {}
