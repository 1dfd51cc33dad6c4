package org.torchgraph.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.ResultSet;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.shared.impl.PrefixMappingImpl;
import org.apache.jena.sparql.exec.QueryExec;
import org.torchgraph.dataset.memory.MemoryDataset;
import org.torchgraph.dataset.remote.RemoteEndpoint;
import org.torchgraph.export.Format;
import org.torchgraph.export.RdfWriter;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Message;
import org.torchgraph.publication.Publication;
import org.torchgraph.query.QueryEngine;
import org.torchgraph.query.QueryFailedException;
import org.torchgraph.query.QueryRequest;
import org.torchgraph.query.ResultFormat;
import org.torchgraph.query.ResultReaders;
import org.torchgraph.query.SpooledResult;
import org.torchgraph.query.guard.QueryParsing;
import org.torchgraph.question.BadParameterException;
import org.torchgraph.question.Question;
import org.torchgraph.question.Questions;
import org.torchgraph.server.version.SelfDescription;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code torchgraph query}. */
@Command(
        name = "query",
        mixinStandardHelpOptions = true,
        description = "Runs a query: a saved one by name, a file, or standard input.")
final class QueryCommand implements Callable<Integer> {

    @Mixin
    private PublicationOptions options;

    @Parameters(paramLabel = "NAME|FILE.rq|-", description = "name of a saved query, a file, or - for standard input")
    private String query;

    @Option(names = "--param", paramLabel = "NAME=VALUE", description = "parameter of a saved query (repeatable)")
    private Map<String, String> parameters = new LinkedHashMap<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "table, csv, tsv, json or xml; turtle or jsonld (default: table, or turtle for triples)")
    private String format;

    @Option(
            names = "--endpoint",
            paramLabel = "URL",
            description = "query a SPARQL endpoint instead; the publication provides saved queries and prefixes")
    private String endpoint;

    @Override
    public Integer call() throws IOException {
        Publication publication = options.readWhole();
        QueryRequest request = request(publication);
        try {
            Query parsed = QueryParsing.checked(request.text(), request.base()).query();
            if (endpoint != null) {
                write(publication, RemoteEndpoint.at(endpoint), request, parsed);
                return 0;
            }
            try (MemoryDataset dataset = MemoryDataset.of(publication)) {
                QueryEngine engine =
                        SelfDescription.of(publication, dataset.snapshot()).snapshot();
                write(publication, engine, request, parsed);
            }
        } catch (QueryFailedException failure) {
            throw new CommandFailedException(
                    failure.line() > 0
                            ? Message.of(Code.QUERY_PLACE, query, failure.line(), failure.column(), failure.message())
                            : failure.message());
        }
        return 0;
    }

    private QueryRequest request(Publication publication) throws IOException {
        if (query.equals("-") || query.endsWith(".rq")) {
            if (!parameters.isEmpty()) {
                throw new UsageException(Code.QUERY_PARAMETERS);
            }
            return QueryRequest.of(text(), publication.base());
        }
        Questions questions = Questions.of(publication);
        questions.faults().stream()
                .filter(fault -> fault.place().file().equals("queries/" + query + ".rq"))
                .findFirst()
                .ifPresent(fault -> {
                    throw new CommandFailedException(Code.QUERY_FAULT, fault.place(), fault.message());
                });
        Question question = questions
                .named(query)
                .orElseThrow(() -> new UsageException(
                        Code.QUERY_UNKNOWN,
                        query,
                        questions.all().stream().map(Question::name).collect(Collectors.joining(", "))));
        try {
            return question.prepare(parameters, publication.base());
        } catch (BadParameterException bad) {
            throw new UsageException(bad.message());
        }
    }

    private String text() throws IOException {
        if (query.equals("-")) {
            try (InputStream in = System.in) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
        Path file = Path.of(query);
        if (!Files.isReadable(file)) {
            throw new UsageException(Code.INPUT_UNREADABLE, query);
        }
        return Files.readString(file);
    }

    private void write(Publication publication, QueryEngine engine, QueryRequest request, Query parsed)
            throws IOException {
        boolean rows = ResultReaders.areRows(parsed);
        String wanted = format != null ? format : rows ? "table" : Format.TURTLE.optionName();
        PrintStream out = System.out;
        Optional<ResultFormat> table = ResultFormat.ofSuffix(wanted);
        if (wanted.equals("table") && rows) {
            engine.query(request, running -> drawn(running, publication, out));
        } else if (table.isPresent()) {
            try (SpooledResult answer = engine.query(
                    request, ResultReaders.bytes(table.get(), engine.limits().answerBytes()))) {
                answer.writeTo(out);
            }
        } else {
            Format rdf = Format.byOptionName(wanted)
                    .orElseThrow(() -> new UsageException(
                            Code.FORMAT_UNKNOWN,
                            wanted,
                            (rows ? "table, csv, tsv, json, xml, " : "") + Format.optionNames()));
            List<Triple> triples = engine.query(
                    request, ResultReaders.tripleList(engine.limits().answerRows()));
            new RdfWriter(publication.prefixes()).triples(triples, rdf, out);
        }
        out.flush();
    }

    /** Prints the result as a text table with IRIs abbreviated by the publication's prefixes. */
    private static Void drawn(QueryExec running, Publication publication, OutputStream out) {
        if (running.getQuery().isAskType()) {
            ResultSetFormatter.out(out, running.ask());
        } else {
            PrefixMapping prefixes =
                    new PrefixMappingImpl().setNsPrefixes(publication.prefixes().getMapping());
            ResultSetFormatter.out(out, ResultSet.adapt(running.select()), prefixes);
        }
        return null;
    }
}
