package org.torchgraph.server.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.update.UpdateRequest;
import org.torchgraph.http.Problem;
import org.torchgraph.messages.Code;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.reply.Route;

/**
 * Serves {@code /update}: updates of the SPARQL 1.1 Protocol, if the site has writers.
 *
 * @param gate accepts them; empty if the site is read only
 * @see <a href="https://www.w3.org/TR/sparql11-protocol/#update-operation">§2.2</a>
 */
public record UpdateRoute(Optional<WriteGate> gate) implements Route {
    private static final String PARAMETER = "update";

    @Override
    public List<String> methods() {
        return gate.isPresent() ? List.of("POST") : List.of("GET", "HEAD");
    }

    @Override
    public long bodyBytes(Optional<String> authorization) {
        return gate.map(writes -> writes.bodyBytes(authorization)).orElse(BODY_BYTES);
    }

    @Override
    public Reply answer(Request request) {
        WriteGate writes = gate.orElseThrow(
                () -> Problem.of(Problem.ProblemKind.NOT_FOUND, Code.NO_UPDATES).exception());
        String writer = writes.writer(request);
        UpdateRequest update = SentChange.update(writes.base(), request, text(request), Optional.empty());
        GraphAddress union = new GraphAddress(Optional.empty());
        return ValidationReport.orElse(
                writes.version(), request, () -> writes.write(request, writer, (version, current) -> {
                            union.requireConditions(request, version, true);
                            return SentChange.requireSayable(
                                    SentChange.worked(() -> current.changedBy(update, Optional.empty())));
                        })
                        .reply(200, request));
    }

    private static String text(Request request) {
        String type = request.body().type();
        List<String> texts = new ArrayList<>(request.values(PARAMETER));
        if (type.equals(SentChange.UPDATE)) {
            texts.add(request.body().text());
        } else if (!type.equals(Request.FORM)) {
            throw SentChange.unsupported(type, List.of(SentChange.UPDATE, Request.FORM));
        }
        if (texts.size() != 1) {
            throw Problem.of(Problem.ProblemKind.BAD_PARAMETER, Code.UPDATE_ONCE)
                    .about(PARAMETER)
                    .exception();
        }
        return texts.get(0);
    }
}
