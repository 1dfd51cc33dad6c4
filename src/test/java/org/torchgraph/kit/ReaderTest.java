package org.torchgraph.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A test of what one reader does on one page after another: nothing is asked of another site, and no script fails. */
public abstract class ReaderTest extends ChromiumTest {
    /** What scripts did not catch, and what the console calls an error. */
    protected final List<String> errors = new CopyOnWriteArrayList<>();

    protected final List<Request> requests = new CopyOnWriteArrayList<>();
    protected BrowserContext context;
    protected Page page;

    /** What addresses begin with that may be asked. */
    protected final List<String> sites = new ArrayList<>(List.of(site.url("/"), "data:"));

    private final List<String> uncaught = new CopyOnWriteArrayList<>();

    /** Who reads. */
    protected NewContextOptions reader() {
        return new NewContextOptions().setLocale("en-GB");
    }

    @BeforeEach
    void open() {
        context = browser.newContext(reader());
        page = context.newPage();
        page.onPageError(uncaught::add);
        page.onPageError(errors::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                errors.add(message.text());
            }
        });
        page.onRequest(requests::add);
    }

    @AfterEach
    void nothing_was_asked_of_another_site_and_no_script_failed() {
        context.close();
        assertThat(requests).extracting(Request::url).allMatch(url -> sites.stream()
                .anyMatch(url::startsWith));
        assertThat(uncaught).isEmpty();
    }
}
