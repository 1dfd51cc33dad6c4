package org.torchgraph.draft.start;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.VCARD4;
import org.apache.jena.vocabulary.VOID;
import org.torchgraph.messages.Messages;
import org.torchgraph.publication.settings.Settings;

/**
 * The files that a publication has beside its data.
 *
 * @param found what the data hold
 * @param provisional the title when the data have none
 * @param words in which the comments are
 */
public record StartFiles(InputProfile found, String provisional, Messages words) {
    private static final int KINDS = 3;
    private static final int LANGUAGES = 8;

    private static final String EXAMPLES =
            """
                # site:title "…"@en ;
                # site:homeText "…"@en ;
                # site:logo "logo.svg" ;
                # site:accent [ site:light "#006a55" ; site:dark "#63cfb3" ] ;
                # site:contact <mailto:…> ;
                # site:dumpName "…" ;
                # site:facets ( <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> ) ;
                # site:hidden <…> ;
            """;

    /** Returns the texts of the files, by their paths in the publication. */
    public Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        texts.put("data/catalog.ttl", catalogue());
        texts.put("site.ttl", settings());
        if (found.ownPrefixes()) {
            texts.put("ontology/prefixes.ttl", prefixes());
        }
        return texts;
    }

    private String catalogue() {
        String titles = found.titles().isEmpty()
                ? comment(words.say("init.fill.title")) + "    dct:title " + literal(provisional) + " ;\n"
                : "    dct:title "
                        + found.titles().stream().map(NodeFmtLib::strNT).collect(Collectors.joining(" , ")) + " ;\n";
        String licence = found.licence()
                .map(iri -> "    dct:license " + NodeFmtLib.strNT(iri) + " ;\n")
                .orElseGet(() -> comment(words.say("init.fill.licence"))
                        + "    # dct:license <https://creativecommons.org/licenses/by/4.0/> ;\n");
        return "# " + words.say("init.about.catalogue") + "\n"
                + prefix("dcat", DCAT.NS)
                + prefix("dct", DCTerms.NS)
                + prefix("vcard", VCARD4.NS)
                + prefix("void", VOID.NS)
                + "\n" + iri(found.dataset()) + " a void:Dataset ;\n"
                + titles
                + licence
                + comment(words.say("init.fill.description"))
                + "    # dct:description \"…\"@en ;\n"
                + comment(words.say("init.fill.contact"))
                + "    # dcat:contactPoint [ a vcard:Organization ; vcard:fn \"…\" ; vcard:hasEmail <mailto:…> ] ;\n"
                + "    void:uriSpace " + literal(found.base().orElseThrow()) + " .\n";
    }

    private String settings() {
        String kinds = found.classes().stream()
                .limit(KINDS)
                .map(kind -> iri(kind.name()))
                .collect(Collectors.joining(" , "));
        String example = kinds.isEmpty()
                ? ""
                : comment(words.say("init.about.kinds"))
                        + "    # site:kind [ site:order 1 ; site:symbol \"hexagon\" ; site:colour \"green\" ; site:class "
                        + kinds + " ] ;\n";
        String languages = found.languages().isEmpty()
                ? ""
                : "# "
                        + words.say(
                                "init.about.languages",
                                found.languages().stream().map(Counted::name).collect(Collectors.joining(", ")))
                        + "\n";
        return "# " + words.say("init.about.settings") + "\n"
                + languages
                + prefix("site", Settings.NS)
                + "\n[] a site:Settings ;\n"
                + known()
                + example
                + comment(words.say("init.about.site"))
                + EXAMPLES
                + "    .\n";
    }

    /** Returns the settings whose values are known. */
    private String known() {
        return found.languages().size() < 2
                ? ""
                : "    site:languages ( "
                        + found.languages().stream()
                                .limit(LANGUAGES)
                                .map(language -> literal(language.name()))
                                .collect(Collectors.joining(" "))
                        + " ) ;\n";
    }

    private String prefixes() {
        return "# " + words.say("init.about.prefixes") + "\n"
                + prefix("sh", SHACL.NS)
                + "\n[] sh:declare\n"
                + new TreeMap<>(found.prefixes().getMapping())
                        .entrySet().stream()
                                .map(entry -> "    [ sh:prefix " + literal(entry.getKey()) + " ; sh:namespace "
                                        + literal(entry.getValue()) + " ]")
                                .collect(Collectors.joining(" ,\n"))
                + " .\n";
    }

    private static String comment(String words) {
        return "    # " + words + "\n";
    }

    private static String prefix(String prefix, String namespace) {
        return "PREFIX " + prefix + ": <" + namespace + ">\n";
    }

    private static String iri(String iri) {
        return NodeFmtLib.strNT(NodeFactory.createURI(iri));
    }

    private static String literal(String text) {
        Node literal = NodeFactory.createLiteralString(text);
        return NodeFmtLib.strNT(literal);
    }
}
