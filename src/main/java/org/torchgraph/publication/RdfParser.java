package org.torchgraph.publication;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IllegalFormatException;
import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import java.util.function.UnaryOperator;
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
import org.apache.jena.riot.system.ParserProfile;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.riot.tokens.Tokenizer;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.util.Context;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Message;
import org.torchgraph.publication.syntax.FaultHandler;
import org.torchgraph.publication.syntax.RdfXmlAttributes;
import org.torchgraph.publication.syntax.StrictProfile;
import org.torchgraph.publication.syntax.StrictTokenizer;
import org.torchgraph.publication.syntax.VersionTokenizer;

/**
 * Parses one file with Jena's parsers and {@link StrictProfile}. A statement with an invalid term is skipped and
 * parsing goes on; an ill-typed literal is kept; both are reported. Blank-node labels depend on the file and the order
 * in it, so that they are the same in each run.
 */
final class RdfParser {
    /** The number of errors of a file that are kept. */
    static final int MAX_FAULTS = 100;

    /**
     * The base against which relative IRIs of JSON-LD are resolved in order to detect them; without a base Jena drops
     * them.
     */
    private static final String NO_BASE = "http://relative.invalid/";

    /**
     * Starts of Jena's warnings about errors of RDF/XML: a repeated {@code rdf:ID}, an invalid name (RDF/XML §5.4,
     * §7.2.34).
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

    /** Receives each quad as it is read. */
    interface Sink {
        /** Receives a quad with the line and column that the parser has reached, 0 if unknown. */
        void quad(Quad quad, long line, long column);
    }

    /**
     * The result of parsing.
     *
     * @param faults the errors found
     * @param whole whether the syntax was valid to the end; if not, the statements read are incomplete
     */
    record ParseResult(List<Fault> faults, boolean whole) {}

    private final String file;
    private final Node graph;
    private final Map<String, Node> nodes;
    private final UnaryOperator<InputStream> watch;
    private final List<Fault> faults = new ArrayList<>();
    /** Maps a line of the parsed text to a line of the file. */
    private LongUnaryOperator lines = LongUnaryOperator.identity();
    /** True after a syntax error has been reported. */
    private boolean syntaxErrorReported;

    RdfParser(String file, Node graph) {
        this(file, graph, new HashMap<>(), UnaryOperator.identity());
    }

    /**
     * @param nodes the nodes of IRIs, to which others are added
     * @param watch returns the stream through which a text is read
     */
    RdfParser(String file, Node graph, Map<String, Node> nodes, UnaryOperator<InputStream> watch) {
        this.file = file;
        this.graph = graph;
        this.nodes = nodes;
        this.watch = watch;
    }

    /** Parses to the end or to the first syntax error. */
    ParseResult parse(byte[] content, Lang lang, Sink sink) {
        return parse(content, 0, content.length, lang, sink);
    }

    /**
     * Parses a part of a text.
     *
     * @param end the position after the part
     */
    ParseResult parse(byte[] content, int start, int end, Lang lang, Sink sink) {
        StrictProfile profile = new StrictProfile(file, new SyntaxErrors(), this::add, nodes);
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
                List<String> relative = lang.equals(Lang.JSONLD) ? relativeIris(quad) : List.of();
                relative.forEach(iri -> add(Message.of(Code.TERM_IRI_RELATIVE, iri), 0, 0));
                if (relative.isEmpty() && !profile.isWrong(quad)) {
                    sink.quad(quad, profile.line(), profile.column());
                }
            }
        };
        Tokenizer tokens = null;
        try {
            InputStream stream = new ByteArrayInputStream(content, start, end - start);
            if (lang.equals(Lang.RDFXML)) {
                RdfXmlAttributes.Mended mended =
                        RdfXmlAttributes.mended(Arrays.copyOfRange(content, start, end), profile);
                lines = mended::inFile;
                stream = new ByteArrayInputStream(mended.text());
            }
            stream = watch.apply(stream);
            tokens = OF_TOKENS.containsKey(lang) ? StrictTokenizer.of(stream, profile.getErrorHandler()) : null;
            read(stream, tokens, lang, profile, quads);
            return new ParseResult(faults, true);
        } catch (RiotException stopped) {
            if (!syntaxErrorReported) {
                add(Message.of(Code.FILE_SYNTAX, stopped.getMessage()), 0, 0);
            }
            return new ParseResult(faults, false);
        } catch (StackOverflowError | IllegalFormatException unsaid) {
            // Jena takes what the text has for a pattern of its message, such as %f, or has no character to show.
            Code code = unsaid instanceof StackOverflowError ? Code.FILE_DEPTH : Code.FILE_BROKEN;
            boolean placed = tokens != null;
            add(Message.of(code), placed ? tokens.getLine() : 0, placed ? tokens.getColumn() : 0);
            return new ParseResult(faults, false);
        }
    }

    private static List<String> relativeIris(Quad quad) {
        return Stream.of(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject())
                .filter(node -> node.isURI() && node.getURI().startsWith(NO_BASE))
                .map(node -> node.getURI().substring(NO_BASE.length()))
                .toList();
    }

    /** Parses a text from its tokens, or from the stream if its syntax has none. */
    private void read(InputStream content, Tokenizer tokens, Lang lang, StrictProfile profile, StreamRDF quads) {
        if (tokens != null) {
            OF_TOKENS.get(lang).on(tokens, profile, quads).parse();
        } else {
            String base = lang.equals(Lang.JSONLD) ? NO_BASE : null;
            RDFParserRegistry.getFactory(lang)
                    .create(lang, profile)
                    .read(content, base, lang.getContentType(), quads, localContextsOnly());
        }
    }
    /** Returns options that reject remote JSON-LD contexts, so that no file can decide which hosts are contacted. */
    private static Context localContextsOnly() {
        JsonLdOptions options = new JsonLdOptions((url, ignored) -> {
            throw new JsonLdError(
                    JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED,
                    "the context <" + url + "> is remote: write the context into the file");
        });
        return ARQ.getContext().copy().set(LangJSONLD11.JSONLD_OPTIONS, options);
    }

    private void add(Message message, long line, long column) {
        if (faults.size() < MAX_FAULTS) {
            faults.add(
                    new Fault(new Location(file, Math.max(lines.applyAsLong(line), 0), Math.max(column, 0)), message));
        }
    }

    private final class SyntaxErrors implements FaultHandler {
        @Override
        public void fault(Message message, long line, long column) {
            syntaxErrorReported = true;
            add(message, line, column);
        }

        /** Handles what the RDF/XML reader only warns of: most of it is legal, such as a processing instruction. */
        @Override
        public void warning(String words, long line, long column) {
            if (ERRORS_OF_RDFXML.stream().anyMatch(words::startsWith)) {
                error(words, line, column);
            }
        }
    }
}
