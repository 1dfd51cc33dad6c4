package org.torchgraph.server.version;

import java.util.function.Supplier;

/** The edition that is served now. A route takes it once for a request, and answers from that alone. */
public interface CurrentVersion extends Supplier<PublishedVersion> {}
