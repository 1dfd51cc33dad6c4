package org.torchgraph.publication;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongUnaryOperator;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParserRegistry;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.lang.LangJSONLD11;
import org.apache.jena.riot.lang.LangNQuads;
import org.apache.jena.riot.lang.LangNTriples;
import org.apache.jena.riot.lang.LangRIOT;
import org.apache.jena.riot.lang.LangTriG;
import org.apache.jena.riot.lang.LangTurtle;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.riot.system.ParserProfile;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.riot.tokens.Tokenizer;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.util.Context;
import org.torchgraph.publication.syntax.RdfXmlAttributes;
import org.torchgraph.publication.syntax.StrictProfile;
import org.torchgraph.publication.syntax.StrictTokenizer;
import org.torchgraph.publication.syntax.VersionTokenizer;

/**
 * Parses one file by Jena's parsers under {@link StrictProfile}. A statement with a term that is wrong is left out and
 * the rest is read; an ill-typed literal stays. Both are faults. Blank nodes get labels that follow from the file and
 * their order in it, so that the same file gives the same answers in each run.
 */
final class RdfParser {
    private static final int MOST_FAULTS = 100;

    /** Relative IRIs of JSON-LD are resolved against this, so that they are seen; without a base they are dropped. */
    private static final String NO_BASE = "http://relative.invalid/";

    /**
     * Jena warns of these, which RDF/XML forbids: one name given twice, a name that is none (RDF/XML §5.4, §7.2.34).
     */
    private static final List<String> ERRORS_OF_RDFXML = List.of("Reuse of rdf:ID", "Not a valid XML NCName");

    private interface Parser {
        LangRIOT on(Tokenizer tokens, ParserProfile profile, StreamRDF quads);
    }

    private static final Map<Lang, Parser> OF_TOKENS = Map.of(
            Lang.TURTLE,
            LangTurtle::new,
            Lang.TRIG,
            LangTriG::new,
            Lang.NTRIPLES,
            (tokens, profile, quads) ->
                    new LangNTriples(new VersionTokenizer(tokens, profile.getErrorHandler()), profile, quads),
            Lang.NQUADS,
            (tokens, profile, quads) ->
                    new LangNQuads(new VersionTokenizer(tokens, profile.getErrorHandler()), profile, quads));

    /** Told of each quad as it is read, with the line and column that the parser has reached (0 when unknown). */
    interface Sink {
        void quad(Quad quad, long line, long column);
    }

    /**
     * What came of it.
     *
     * @param faults that were met
     * @param whole whether the text made sense to its end; if not, what was read of it is not what its author meant
     */
    record ParseResult(List<Fault> faults, boolean whole) {}

    private final String file;
    private final Node graph;
    private final List<Fault> faults = new ArrayList<>();
    /** The line of the file by the line of what is parsed. */
    private LongUnaryOperator lines = LongUnaryOperator.identity();
    /** Whether it was told why the text makes no sense. */
    private boolean told;

    RdfParser(String file, Node graph) {
        this.file = file;
        this.graph = graph;
    }

    /** Parses until the end or until the text makes no sense. */
    ParseResult parse(byte[] content, Lang lang, Sink sink) {
        StrictProfile profile = new StrictProfile(file, new OfSyntax(), new OfTerms());
        StreamRDF quads = new StreamRDFBase() {
            @Override
            public void triple(Triple triple) {
                accept(Quad.create(graph, triple));
            }

            @Override
            public void quad(Quad quad) {
                boolean named = quad.getGraph() != null && !quad.isDefaultGraph();
                accept(named ? quad : Quad.create(graph, quad.asTriple()));
            }

            private void accept(Quad quad) {
                List<String> relative = Stream.of(
                                quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject())
                        .filter(node -> node.isURI() && node.getURI().startsWith(NO_BASE))
                        .map(node -> node.getURI().substring(NO_BASE.length()))
                        .toList();
                relative.forEach(iri -> add("Relative IRI: " + iri, 0, 0));
                if (relative.isEmpty() && !profile.isWrong(quad)) {
                    sink.quad(quad, profile.line(), profile.column());
                }
            }
        };
        try {
            byte[] text = content;
            if (lang.equals(Lang.RDFXML)) {
                RdfXmlAttributes.Mended mended = RdfXmlAttributes.mended(content, profile);
                lines = mended::inFile;
                text = mended.text();
            }
            read(new ByteArrayInputStream(text), lang, profile, quads);
            return new ParseResult(faults, true);
        } catch (RiotException stopped) {
            if (!told) {
                add(stopped.getMessage(), 0, 0);
            }
            return new ParseResult(faults, false);
        }
    }

    private void read(InputStream content, Lang lang, StrictProfile profile, StreamRDF quads) {
        Optional<Parser> ofTokens = Optional.ofNullable(OF_TOKENS.get(lang));
        if (ofTokens.isPresent()) {
            ofTokens.get()
                    .on(StrictTokenizer.of(content, profile.getErrorHandler()), profile, quads)
                    .parse();
        } else {
            String base = lang.equals(Lang.JSONLD) ? NO_BASE : null;
            RDFParserRegistry.getFactory(lang)
                    .create(lang, profile)
                    .read(content, base, lang.getContentType(), quads, localContextsOnly());
        }
    }
    /** A JSON-LD file must carry its context: fetching one would let a file decide what this machine connects to. */
    private static Context localContextsOnly() {
        JsonLdOptions options = new JsonLdOptions((url, ignored) -> {
            throw new JsonLdError(
                    JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED,
                    "the context <" + url + "> is remote: write the context into the file");
        });
        return ARQ.getContext().copy().set(LangJSONLD11.JSONLD_OPTIONS, options);
    }

    private void add(String message, long line, long column) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(
                    new Fault(new Location(file, Math.max(lines.applyAsLong(line), 0), Math.max(column, 0)), message));
        }
    }

    private class OfTerms implements ErrorHandler {
        @Override
        public void warning(String message, long line, long column) {
            add(message, line, column);
        }

        @Override
        public void error(String message, long line, long column) {
            add(message, line, column);
        }

        @Override
        public void fatal(String message, long line, long column) {
            add(message, line, column);
            throw new RiotException(message);
        }
    }

    private final class OfSyntax extends OfTerms {
        /** What the reader of RDF/XML lets pass and says so: most of it is legal, as a processing instruction is. */
        @Override
        public void warning(String message, long line, long column) {
            if (ERRORS_OF_RDFXML.stream().anyMatch(message::startsWith)) {
                error(message, line, column);
            }
        }

        @Override
        public void error(String message, long line, long column) {
            told = true;
            super.error(message, line, column);
        }

        @Override
        public void fatal(String message, long line, long column) {
            told = true;
            super.fatal(message, line, column);
        }
    }
}
