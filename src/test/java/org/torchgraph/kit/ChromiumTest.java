package org.torchgraph.kit;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;

/** A test of this checkout's site in Debian's Chromium; one site and one browser for all its methods. */
public abstract class ChromiumTest {
    @AutoClose
    protected static TestSite site;

    protected static Browser browser;

    @AutoClose
    private static Chromium chromium;

    @BeforeAll
    static void start() {
        site = ZonesExtract.site();
        chromium = Chromium.launch();
        browser = chromium.browser();
    }
}
