package org.torchgraph.dataset.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpAsQuery;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.Table;
import org.apache.jena.sparql.algebra.TableFactory;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.Rename;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.iterator.QueryIter1;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.service.bulk.ChainingServiceExecutorBulk;
import org.apache.jena.sparql.service.bulk.ServiceExecutorBulk;
import org.torchgraph.dataset.remote.RemoteEndpoint;
import org.torchgraph.messages.Code;
import org.torchgraph.query.Deadline;
import org.torchgraph.query.Limits;
import org.torchgraph.query.QueryFailedException;
import org.torchgraph.query.QueryFailedException.FailureKind;
import org.torchgraph.query.QueryRequest;

/**
 * Asks other endpoints for the {@code SERVICE} patterns of one query, which the guards have allowed. Many rows are sent
 * with one request, as {@code VALUES}; requests, rows and time of the query are bounded.
 */
final class ServiceCalls implements ChainingServiceExecutorBulk {
    private static final int MAX_REQUESTS = 20;
    private static final int ROWS_OF_REQUEST = 100;

    private final Limits limits;
    private final Deadline deadline;
    private int requests;
    private int rows;
    private volatile QueryFailedException failure;

    ServiceCalls(Limits limits, Deadline deadline) {
        this.limits = limits;
        this.deadline = deadline;
    }

    /** Returns the failure of a call, which is that of the query. */
    Optional<QueryFailedException> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public QueryIterator createExecution(
            OpService service, QueryIterator input, ExecutionContext context, ServiceExecutorBulk none) {
        return new JoinedRows(service, input, context);
    }

    /** The rows of the input, joined with those of the service. */
    private final class JoinedRows extends QueryIter1 {
        private final OpService service;
        /** Jena renames variables that are not visible outside a part of a query; its names are no SPARQL. */
        private final Op pattern;

        private final Set<Var> variables;
        private final Set<Var> fixed;
        private final CompletableFuture<Void> alarm = new CompletableFuture<>();
        private Iterator<Binding> joined = Collections.emptyIterator();

        JoinedRows(OpService service, QueryIterator input, ExecutionContext context) {
            super(input, context);
            this.service = service;
            this.pattern = Rename.reverseVarRename(service.getSubOp(), true);
            this.variables = OpVars.visibleVars(service.getSubOp());
            this.fixed = OpVars.fixedVars(service.getSubOp());
        }

        @Override
        protected boolean hasNextBinding() {
            while (!joined.hasNext() && getInput().hasNext()) {
                List<Binding> some = new ArrayList<>();
                while (some.size() < ROWS_OF_REQUEST && getInput().hasNext()) {
                    some.add(getInput().next());
                }
                joined = some.stream()
                        .filter(row -> fixed.stream().map(row::get).allMatch(JoinedRows::isSent))
                        .collect(Collectors.groupingBy(
                                row -> Set.copyOf(sent(row).varsMentioned())))
                        .values()
                        .stream()
                        .flatMap(this::joined)
                        .toList()
                        .iterator();
            }
            return joined.hasNext();
        }

        @Override
        protected Binding moveToNextBinding() {
            return joined.next();
        }

        /** Returns rows, which have values for the same variables, joined with those of the service. */
        private Stream<Binding> joined(List<Binding> some) {
            try {
                List<Binding> answers = answers(some);
                return some.stream()
                        .flatMap(row -> answers.stream().map(answer -> Algebra.merge(row, answer)))
                        .filter(Objects::nonNull);
            } catch (QueryFailedException failed) {
                failure = failed;
                // Any other exception would be an error of the expression alone, if the pattern is part of one.
                throw new QueryCancelledException();
            }
        }

        private List<Binding> answers(List<Binding> some) {
            requests++;
            if (requests > MAX_REQUESTS) {
                throw new QueryFailedException(FailureKind.OUT_OF_BUDGET, Code.SERVICE_REQUESTS, MAX_REQUESTS);
            }
            QueryRequest request =
                    QueryRequest.of(OpAsQuery.asQuery(withValues(some)).serialize(), "urn:x-base:");
            try {
                return RemoteEndpoint.service(service.getService().getURI(), limits)
                        .query(request, this::read, deadline, alarm);
            } catch (QueryFailedException failure) {
                if (failure.kind() != FailureKind.FAILED && failure.kind() != FailureKind.SYNTAX) {
                    throw failure;
                }
                if (service.getSilent()) {
                    return List.of(BindingFactory.empty());
                }
                throw new QueryFailedException(FailureKind.SERVICE_FAILED, failure.message(), failure);
            }
        }

        /** Returns the pattern with the values that the rows have for its variables. */
        private Op withValues(List<Binding> some) {
            Set<Binding> values = some.stream().map(this::sent).collect(Collectors.toCollection(LinkedHashSet::new));
            if (values.stream().allMatch(Binding::isEmpty)) {
                return pattern;
            }
            Table table = TableFactory.create();
            values.forEach(table::addBinding);
            return OpJoin.create(OpTable.create(table), pattern);
        }

        /** Tells whether a value is sent; a blank node would be another one there. */
        private static boolean isSent(Node value) {
            return value == null || value.isURI() || value.isLiteral();
        }

        private Binding sent(Binding row) {
            BindingBuilder values = BindingFactory.builder();
            for (Var variable : variables) {
                Node value = row.get(variable);
                if (value != null && isSent(value)) {
                    values.add(Var.alloc(Rename.reverseVarRename(variable)), value);
                }
            }
            return values.build();
        }

        private List<Binding> read(QueryExec running) {
            List<Binding> all = new ArrayList<>();
            running.select().forEachRemaining(row -> {
                rows++;
                if (rows > limits.answerRows()) {
                    throw new QueryFailedException(FailureKind.OUT_OF_BUDGET, Code.SERVICE_ROWS, limits.answerRows());
                }
                BindingBuilder values = BindingFactory.builder();
                for (Var variable : variables) {
                    Node value = row.get(Var.alloc(Rename.reverseVarRename(variable)));
                    if (value != null) {
                        values.add(variable, value);
                    }
                }
                all.add(values.build());
            });
            return all;
        }

        @Override
        protected void requestSubCancel() {
            alarm.complete(null);
        }

        @Override
        protected void closeSubIterator() {
            alarm.complete(null);
        }
    }
}
