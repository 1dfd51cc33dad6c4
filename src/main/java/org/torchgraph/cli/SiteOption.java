package org.torchgraph.cli;

import java.util.Optional;
import org.torchgraph.messages.Code;
import picocli.CommandLine.Option;

/** The option that names a site that is up, in place of its store. */
public final class SiteOption {

    @Option(
            names = "--endpoint",
            paramLabel = "URL",
            description = "the site that serves the store, while it is up; writes need a token in TORCHGRAPH_TOKEN")
    private String url;

    /**
     * Returns the site; empty if a store is named.
     *
     * @throws UsageException if both are named, or none
     */
    Optional<SiteClient> site(StoreOption store) {
        if (url != null && store.folder().isPresent()) {
            throw new UsageException(Code.STORE_OR_ENDPOINT);
        }
        if (url == null && store.folder().isEmpty()) {
            throw new UsageException(Code.LOAD_NO_STORE);
        }
        return Optional.ofNullable(url).map(SiteClient::at);
    }
}
