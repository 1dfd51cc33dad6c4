package org.torchgraph.kit;

import com.deque.html.axecore.args.AxeRuleOptions;
import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.ResultType;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;

/** Judges a page by axe. */
public final class Accessibility {
    /** Off by itself: the accessible name of what has a visible one has this in it (WCAG 2.5.3). */
    private static final String NAMES = "label-content-name-mismatch";

    private Accessibility() {}

    /**
     * Returns what axe finds wrong, each with the elements. Titles inside drawings are taken out before, because axe
     * counts them among what is visible; their elements have labels.
     */
    public static List<String> faults(Page page) {
        page.evaluate("document.querySelectorAll('svg a > title, svg g > title').forEach((title) => title.remove())");
        AxeRuleOptions on = new AxeRuleOptions();
        on.setEnabled(true);
        AxeRunOptions options = new AxeRunOptions();
        options.setRules(Map.of(NAMES, on));
        // What passes is not described, which takes most of the time on a long page.
        options.setResultTypes(List.of(ResultType.Violations.getKey()));
        // In one run, because no page has frames: otherwise all that axe has seen goes through a second page.
        return new AxeBuilder(page)
                .setLegacyMode(true).options(options).analyze().getViolations().stream()
                        .map(Accessibility::told)
                        .toList();
    }

    private static String told(Rule rule) {
        return rule.getId()
                + rule.getNodes().stream().map(node -> "\n" + node.getHtml()).toList();
    }
}
