package org.torchgraph.cli;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/**
 * A release of a query engine that runs in browsers.
 *
 * @param name the name of its package
 * @param version the version of the package
 * @param sha256 the digest of the package
 * @param script the member of the package that is its module of JavaScript
 * @param module the member of the package that is its module of WebAssembly
 */
record EngineRelease(String name, String version, String sha256, String script, String module) {
    private static final String FILE = "engine-release.properties";

    /** Returns the release with which the static site works. */
    static EngineRelease known() {
        Properties known = new Properties();
        try (Reader file = new InputStreamReader(
                EngineRelease.class.getResourceAsStream("/org/torchgraph/cli/" + FILE), StandardCharsets.UTF_8)) {
            known.load(file);
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
        return new EngineRelease(
                known.getProperty("name"),
                known.getProperty("version"),
                known.getProperty("sha256"),
                known.getProperty("script"),
                known.getProperty("module"));
    }

    /** Returns the command that makes the package. */
    String packed() {
        return "npm pack " + name + "@" + version;
    }
}
