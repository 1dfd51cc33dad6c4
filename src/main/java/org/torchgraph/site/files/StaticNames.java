package org.torchgraph.site.files;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.jena.graph.NodeFactory;
import org.torchgraph.site.words.RenderedTerm;
import org.torchgraph.site.words.TermRenderer;

/** The names and pages of things in one language, for results that the browser computes. */
public final class StaticNames {
    private StaticNames() {}

    /**
     * Returns the names as JSON: a list of IRI, name, language of the name and file of the page.
     *
     * @param iris the things; those without a name and a page are left out
     * @param wording knows their names
     * @param files the file of the page at an address, relative to the folder of the site; empty if there is none
     */
    public static String json(Collection<String> iris, TermRenderer wording, Function<String, Optional<String>> files) {
        String base = wording.links().base();
        JsonObjectBuilder prefixes = Json.createObjectBuilder();
        wording.labels().prefixes().getMapping().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> prefixes.add(entry.getKey(), entry.getValue()));
        JsonArrayBuilder names = Json.createArrayBuilder();
        for (String iri : new TreeSet<>(iris)) {
            RenderedTerm shown = wording.show(NodeFactory.createURI(iri));
            Optional<String> page = shown.outside() ? Optional.empty() : page(shown.href(), files);
            if (!shown.code() || page.isPresent()) {
                names.add(Json.createArrayBuilder()
                        .add(iri.startsWith(base) ? iri.substring(base.length()) : iri)
                        .add(shown.text())
                        .add(shown.lang() == null ? "" : shown.lang())
                        .add(page.orElse("")));
            }
        }
        return Json.createObjectBuilder()
                .add("base", base)
                .add("prefixes", prefixes)
                .add("names", names)
                .build()
                .toString();
    }

    private static Optional<String> page(String href, Function<String, Optional<String>> files) {
        if (href == null) {
            return Optional.empty();
        }
        int hash = href.indexOf('#');
        String fragment = hash < 0 ? "" : href.substring(hash);
        return files.apply(hash < 0 ? href : href.substring(0, hash)).map(file -> StaticPage.link(file) + fragment);
    }
}
