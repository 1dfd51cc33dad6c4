package org.torchgraph.server.reconcile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.torchgraph.http.Problem;
import org.torchgraph.http.ProblemException;
import org.torchgraph.messages.Code;
import org.torchgraph.query.Deadline;
import org.torchgraph.server.query.QueryService;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.reply.Route;
import org.torchgraph.server.version.CurrentVersion;
import org.torchgraph.server.version.PublishedVersion;

/**
 * Serves {@code /reconcile}: the manifest, a batch of {@code queries}, or the values of an {@code extend}.
 *
 * @see <a href="https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/">Reconciliation
 *     Service API 0.2</a>
 */
public final class ReconciliationRoute implements Route {
    private static final String QUERIES = "queries";
    private static final String EXTEND = "extend";
    private static final long MAX_BODY_BYTES = 2L << 20;

    private final VersionTerms versionTerms;
    private final QueryService queryService;

    /** @param versionTerms shared with {@link ReconciliationServiceRoute} */
    public ReconciliationRoute(VersionTerms versionTerms, QueryService queryService) {
        this.versionTerms = versionTerms;
        this.queryService = queryService;
    }

    /** The classes and properties of the current version, kept until the next. */
    public static final class VersionTerms {
        private final CurrentVersion currentVersion;
        private KnownTerms terms;

        public VersionTerms(CurrentVersion currentVersion) {
            this.currentVersion = currentVersion;
        }

        synchronized KnownTerms get() {
            PublishedVersion version = currentVersion.get();
            if (terms == null || terms.version() != version) {
                terms = KnownTerms.of(version);
            }
            return terms;
        }
    }

    @Override
    public List<String> methods() {
        return List.of("GET", "HEAD", "POST");
    }

    @Override
    public long bodyBytes(Optional<String> authorization) {
        return MAX_BODY_BYTES;
    }

    /** @throws ProblemException if a batch or extension cannot be read or is too large */
    @Override
    public Reply answer(Request request) {
        if (request.hasBody() && !request.body().type().equals(Request.FORM)) {
            throw Problem.of(
                            Problem.ProblemKind.UNSUPPORTED_MEDIA,
                            Code.BODY_TYPE,
                            Request.FORM,
                            request.body().type())
                    .offering(List.of(Request.FORM))
                    .exception();
        }
        KnownTerms terms = versionTerms.get();
        Optional<String> queries = only(request, QUERIES);
        Optional<String> extend = only(request, EXTEND);
        List<String> ranges = JsonAnswers.ranges(terms.version(), request);
        if (queries.isPresent() && extend.isPresent()) {
            throw Problem.of(Problem.ProblemKind.BAD_PARAMETER, Code.RECONCILE_BOTH)
                    .about(EXTEND)
                    .exception();
        }
        if (queries.isPresent()) {
            boolean asked = request.parameter("lang").isPresent();
            Map<String, ReconciliationQuery> batch = ReconciliationQuery.batch(QUERIES, queries.get());
            Deadline end = queryService.deadline();
            return JsonAnswers.of(
                            terms.version(),
                            request,
                            () -> new Candidates(terms, asked ? ranges : List.of()).of(batch, end),
                            List.of(QUERIES, queries.get(), asked ? ranges.get(0) : ""))
                    .asRationed();
        }
        if (extend.isPresent()) {
            Extension extension = Extension.of(EXTEND, extend.get(), terms);
            return JsonAnswers.of(
                            terms.version(),
                            request,
                            () -> extension.json(terms.version(), ranges),
                            List.of(EXTEND, extend.get(), ranges.get(0)))
                    .asRationed();
        }
        return JsonAnswers.of(
                terms.version(),
                request,
                () -> ReconciliationManifest.of(terms, request.root(), ranges),
                List.of(request.root(), ranges.get(0)));
    }

    private static Optional<String> only(Request request, String name) {
        if (request.values(name).size() > 1) {
            throw Problem.of(Problem.ProblemKind.BAD_PARAMETER, Code.PARAMETER_REPEATED, name)
                    .about(name)
                    .exception();
        }
        return request.parameter(name);
    }
}
