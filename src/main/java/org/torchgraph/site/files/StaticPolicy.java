package org.torchgraph.site.files;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The content security policy of a page of the static site that runs a query engine. */
public final class StaticPolicy {
    /** The permission to compile WebAssembly, and none to evaluate scripts. */
    private static final String COMPILES = " 'wasm-unsafe-eval'";

    private static final String SCRIPTS = "script-src ";

    /** The directive that is ignored in a page, where a policy has no header field. */
    private static final String FRAMES = "frame-ancestors";

    private StaticPolicy() {}

    /** Returns the policy of a served page with the permission to compile the engine. */
    public static String of(String served) {
        return Arrays.stream(served.split(";"))
                .map(String::strip)
                .filter(directive -> !directive.startsWith(FRAMES))
                .map(directive -> directive.startsWith(SCRIPTS) ? directive + COMPILES : directive)
                .collect(Collectors.joining("; "));
    }
}
