package org.torchgraph.publication;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.irix.IRIxResolver;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParserRegistry;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.lang.LabelToNode;
import org.apache.jena.riot.lang.LangJSONLD11;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.riot.system.FactoryRDFStd;
import org.apache.jena.riot.system.ParserProfileStd;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.util.Context;

/**
 * Parses one file by Jena's parsers, more strictly than Jena does: a warning (a bad date, a bad IRI) and a relative IRI
 * without {@code BASE} are faults. Blank nodes get labels that follow from the file and their order in it, so that the
 * same file gives the same answers in each run.
 */
final class RdfParser {
    private static final int MOST_FAULTS = 100;

    /** Relative IRIs of JSON-LD are resolved against this, so that they are seen; without a base they are dropped. */
    private static final String NO_BASE = "http://relative.invalid/";

    /** Told of each quad as it is read, with the line and column that the parser has reached (0 when unknown). */
    interface Sink {
        void quad(Quad quad, long line, long column);
    }

    private final String file;
    private final Node graph;
    private final List<Fault> faults = new ArrayList<>();

    RdfParser(String file, Node graph) {
        this.file = file;
        this.graph = graph;
    }

    /** Parses until the end or until the text makes no sense; returns the faults met. */
    List<Fault> parse(byte[] content, Lang lang, Sink sink) {
        Positions profile = new Positions();
        StreamRDFBase quads = new StreamRDFBase() {
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
                Stream.of(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject())
                        .filter(node -> node.isURI() && node.getURI().startsWith(NO_BASE))
                        .forEach(node -> add("Relative IRI: " + node.getURI().substring(NO_BASE.length()), 0, 0));
                sink.quad(quad, profile.line, profile.column);
            }
        };
        String base = lang.equals(Lang.JSONLD) ? NO_BASE : null;
        try {
            RDFParserRegistry.getFactory(lang)
                    .create(lang, profile)
                    .read(new ByteArrayInputStream(content), base, lang.getContentType(), quads, localContextsOnly());
        } catch (RiotException stopped) {
            if (faults.isEmpty()) {
                add(stopped.getMessage(), 0, 0);
            }
        }
        return faults;
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
            faults.add(new Fault(new Place(file, Math.max(line, 0), Math.max(column, 0)), message));
        }
    }

    private final class Positions extends ParserProfileStd {
        private long line;
        private long column;

        Positions() {
            super(
                    new FactoryRDFStd(LabelToNode.createScopeByDocumentHash(
                            UUID.nameUUIDFromBytes(file.getBytes(StandardCharsets.UTF_8)))),
                    new EveryFault(),
                    IRIxResolver.create().noBase().allowRelative(false).build(),
                    PrefixMapFactory.create(),
                    ARQ.getContext(),
                    true,
                    false);
        }

        @Override
        public Triple createTriple(Node subject, Node predicate, Node object, long line, long column) {
            this.line = line;
            this.column = column;
            return super.createTriple(subject, predicate, object, line, column);
        }

        @Override
        public Quad createQuad(Node graph, Node subject, Node predicate, Node object, long line, long column) {
            this.line = line;
            this.column = column;
            return super.createQuad(graph, subject, predicate, object, line, column);
        }
    }

    private final class EveryFault implements ErrorHandler {
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
}
