package org.torchgraph.kit;

import java.util.Optional;

/**
 * The site that the black-box suite asks: the one at {@code -Dtorchgraph.url=…} if that is given, which must serve the
 * publication of this checkout; else one of our own on a free port.
 *
 * @param web a client for it
 * @param own to be closed with it
 */
public record Deployment(Web web, Optional<TestSite> own) implements AutoCloseable {

    public static Deployment open() {
        String url = System.getProperty("torchgraph.url", "");
        if (!url.isEmpty()) {
            return new Deployment(new Web(url.replaceFirst("/$", "")), Optional.empty());
        }
        TestSite site = ZonesExtract.site();
        return new Deployment(site.web(), Optional.of(site));
    }

    @Override
    public void close() {
        own.ifPresent(TestSite::close);
    }
}
