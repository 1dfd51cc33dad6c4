package org.torchgraph.publication;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParserRegistry;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.lang.LangTriG;
import org.apache.jena.riot.lang.LangTurtle;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.torchgraph.publication.syntax.FaultHandler;
import org.torchgraph.publication.syntax.StrictProfile;
import org.torchgraph.publication.syntax.StrictTokenizer;

/**
 * Reads the prefixes that the head of a file declares: those of Turtle and TriG before the first statement, and the
 * namespaces of RDF/XML before it. No more of the file is read than that.
 */
final class HeadPrefixes {
    private static final Set<Lang> WITH_PREFIXES = Set.of(Lang.TURTLE, Lang.TRIG, Lang.RDFXML);
    private static final Pattern USUAL = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");
    private static final Pattern NAMESPACE = Pattern.compile("[A-Za-z][^:]*:.*[^/:].*[/#:=_-]");

    /** Schemes of IRIs, which as prefixes would make a name of every address. */
    private static final Set<String> SCHEMES = Set.of("file", "http", "https", "mailto", "urn");

    /** Ends the reading: at the first statement, and at the first error, which the reader of the file reports. */
    private static final class HeadEndException extends RiotException {
        private static final long serialVersionUID = 1;
    }

    private HeadPrefixes() {}

    /** Returns whether a prefix and its namespace can serve in names of every syntax. */
    static boolean isUsual(String prefix, String namespace) {
        return USUAL.matcher(prefix).matches()
                && !SCHEMES.contains(prefix)
                && NAMESPACE.matcher(namespace).matches();
    }

    /** Returns the usual prefixes of a file with their namespaces in its order; of a prefix set twice, the last. */
    static Map<String, String> of(PublicationFile file) {
        Map<String, String> found = new LinkedHashMap<>();
        Lang lang = file.lang().orElse(Lang.NTRIPLES);
        if (WITH_PREFIXES.contains(lang) && !file.isLinkToNoFile()) {
            try (InputStream content = file.open()) {
                read(file.file(), content, lang, found);
            } catch (IOException | RiotException onlyTheRestIsMissing) {
                // The end of the head, or what the reader of the whole file reports.
            }
        }
        return found;
    }

    private static void read(String file, InputStream content, Lang lang, Map<String, String> found) {
        FaultHandler stop = (message, line, column) -> {
            throw new HeadEndException();
        };
        StrictProfile profile = new StrictProfile(file, stop, stop, new HashMap<>());
        StreamRDFBase head = new StreamRDFBase() {
            @Override
            public void prefix(String prefix, String namespace) {
                if (isUsual(prefix, namespace)) {
                    found.put(prefix, namespace);
                }
            }

            @Override
            public void triple(Triple first) {
                throw new HeadEndException();
            }

            @Override
            public void quad(Quad first) {
                throw new HeadEndException();
            }
        };
        if (lang.equals(Lang.RDFXML)) {
            RDFParserRegistry.getFactory(lang)
                    .create(lang, profile)
                    .read(content, null, lang.getContentType(), head, ARQ.getContext());
        } else if (lang.equals(Lang.TURTLE)) {
            new LangTurtle(StrictTokenizer.of(content, stop), profile, head).parse();
        } else {
            new LangTriG(StrictTokenizer.of(content, stop), profile, head).parse();
        }
    }
}
