package org.torchgraph.server.version;

import java.util.function.Supplier;

/** Supplies the current dataset version. A route takes it once per request and uses only that. */
public interface CurrentVersion extends Supplier<PublishedVersion> {}
