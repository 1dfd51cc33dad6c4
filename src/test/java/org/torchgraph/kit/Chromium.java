package org.torchgraph.kit;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Debian's Chromium, driven by Playwright. One process serves all classes that run one after another. */
public final class Chromium implements AutoCloseable {

    /** A page on a machine with other work may take its time; a wait ends when what it waits for is there. */
    private static final double PATIENCE_MILLIS = 30_000;

    private static Browser running;

    private Chromium() {}

    /** Starts the browser where it does not run yet; it ends with this process. */
    public static synchronized Chromium launch() {
        if (running == null) {
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
            running = Playwright.create(
                            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
                    .chromium()
                    // Without a graphics card Chromium computes one, which takes a fifth of the time.
                    .launch(new LaunchOptions()
                            .setExecutablePath(Path.of("/usr/bin/chromium"))
                            .setArgs(List.of("--no-sandbox", "--disable-gpu")));
        }
        return new Chromium();
    }

    public Browser browser() {
        return running;
    }

    /** Closes what was opened in the browser, which goes on. */
    @Override
    public void close() {
        List.copyOf(running.contexts()).forEach(BrowserContext::close);
    }
}
