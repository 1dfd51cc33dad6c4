package org.torchgraph.site.files;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.torchgraph.messages.Language;
import org.torchgraph.messages.Messages;
import org.torchgraph.routes.SiteRoute;

/**
 * The query engine of the static site, as pages name it.
 *
 * @param files the files of the engine by their use, relative to the folder of the site
 * @param base the base IRI of the publication
 * @param seconds the time after which a query is stopped
 */
public record StaticEngine(Map<String, String> files, String base, long seconds) {
    /** The service worker, which has to be in the folder that it serves. */
    public static final String SERVICE_WORKER = "offline.js";

    /** The folder of files whose names have a digest of their content. */
    public static final String FOLDER = SiteRoute.ASSETS.path("engine/").substring(1);

    /** The scripts that others load. */
    public static final List<String> SCRIPTS = List.of(
            "say.js",
            "static-engine.js",
            "static-worker.js",
            "static-tables.js",
            "editor-answers.js",
            "editor-chart.js",
            "editor-tabs.js",
            "editor-terms.js",
            "editor-words.js");

    /** The uses of the files. */
    public static final String SCRIPT = "script";

    public static final String MODULE = "module";
    public static final String DATA = "data";
    public static final String TERMS = "terms";

    private static final List<String> SENTENCES = List.of(
            "engine",
            "data",
            "asking",
            "late",
            "failed",
            "renewed",
            "unreached",
            "old",
            "service",
            "update",
            "row",
            "rows",
            "cut",
            "csv",
            "answer",
            "empty",
            "yes",
            "no",
            "none",
            "true",
            "false",
            "heading",
            "comma",
            "unlisted");

    public StaticEngine {
        files = new TreeMap<>(files);
    }

    /** Returns the use of the file of names in a language. */
    public static String names(String code) {
        return "names." + code;
    }

    /** Adds to any page what keeps it for use without a connection. */
    public void keep(Document page) {
        script(page, "static-host.js");
    }

    /**
     * Adds to the page of a question what asks it with other values.
     *
     * @param template of {@link StaticQuestion}
     * @param policy the policy of the page
     */
    public void question(Document page, String template, String policy, Language language) {
        engine(page, policy, language);
        Element place = page.selectFirst(".stack-v");
        place.attr("id", "asked").attr("data-template", template);
        script(page, "static-question.js").attr("type", "module");
        note(page.selectFirst(".doc-head"), language);
    }

    /** Lets the editor ask the engine. */
    public void editor(Document page, String policy, Language language) {
        engine(page, policy, language);
        page.selectFirst("#editor")
                .attr("data-engine", "./static-engine.js")
                .attr("data-terms", "../" + files.get(TERMS))
                .removeAttr("data-explain");
        page.select("#plain button").remove();
        page.selectFirst("#plain").removeAttr("method");
        note(page.selectFirst(".doc-head"), language);
    }

    private void engine(Document page, String policy, Language language) {
        page.head()
                .selectFirst("meta[charset]")
                .after(new Element("meta")
                        .attr("http-equiv", "Content-Security-Policy")
                        .attr("content", policy));
        JsonObjectBuilder known = Json.createObjectBuilder().add("base", base).add("seconds", seconds);
        for (String use : List.of(SCRIPT, MODULE, DATA)) {
            known.add(use, files.get(use));
        }
        known.add("names", files.get(names(language.code())));
        Messages texts = language.messages();
        JsonObjectBuilder words = Json.createObjectBuilder();
        SENTENCES.forEach(key -> words.add(key, texts.say("static.say." + key, "{0}", "{1}")));
        meta(page, "engine-files", known);
        meta(page, "engine-words", words);
    }

    private static void meta(Document page, String name, JsonObjectBuilder content) {
        page.head()
                .appendElement("meta")
                .attr("name", name)
                .attr("content", content.build().toString());
    }

    private static Element script(Document page, String name) {
        return page.head()
                .appendElement("script")
                .attr("src", SiteRoute.ASSETS.path(name))
                .attr("defer", true);
    }

    /** Adds the sentence for a page that was opened from a disk, where browsers load no modules. */
    private static void note(Element head, Language language) {
        head.appendElement("p")
                .attr("id", "from-disk")
                .attr("role", "note")
                .attr("hidden", true)
                .addClass("refusal")
                .text(language.messages().say("static.disk"));
    }
}
