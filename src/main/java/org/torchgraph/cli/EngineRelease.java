package org.torchgraph.cli;

import java.util.Locale;
import java.util.ResourceBundle;

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
    /** The bundle of its properties, which help texts name. */
    static final String BUNDLE = "org.torchgraph.cli.engine-release";

    /** Returns the release with which the static site works. */
    static EngineRelease known() {
        ResourceBundle known = ResourceBundle.getBundle(BUNDLE, Locale.ROOT);
        return new EngineRelease(
                known.getString("engine.name"),
                known.getString("engine.version"),
                known.getString("engine.sha256"),
                known.getString("engine.script"),
                known.getString("engine.module"));
    }

    /** Returns the command that makes the package. */
    String packed() {
        return "npm pack " + name + "@" + version;
    }
}
