package org.torchgraph.server.query;

import java.util.List;
import java.util.Optional;
import org.torchgraph.http.Problem;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.InterfaceLanguages;
import org.torchgraph.messages.Language;
import org.torchgraph.messages.Message;
import org.torchgraph.query.ResultFormat;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.version.PageContexts;
import org.torchgraph.server.version.Representation;

/**
 * The parameter {@code labels}: the language of the names beside IRIs, which only files for spreadsheets and pictures
 * have.
 */
final class LabelsParameter {
    static final String NAME = "labels";

    private LabelsParameter() {}

    /**
     * Returns the language; empty for CSV without names. A workbook and a picture always have names, by default in the
     * language of {@code lang}, else in English.
     *
     * @throws org.torchgraph.http.ProblemException 400 for a form without names, another language or several
     */
    static Optional<Language> of(InterfaceLanguages languages, Request request, Representation form) {
        boolean named = form.equals(Representation.WORKBOOK) || form.equals(Representation.PICTURE);
        List<String> given = request.values(NAME);
        if (given.isEmpty()) {
            return named ? Optional.of(PageContexts.chosen(request, languages)) : Optional.empty();
        }
        Optional<Message> wrong = given.size() > 1
                ? Optional.of(Message.of(Code.PARAMETER_REPEATED, NAME))
                : !named && !form.rows().equals(Optional.of(ResultFormat.CSV))
                        ? Optional.of(Message.of(Code.LABELS_FORM, form.suffix()))
                        : languages.coded(given.get(0)).isPresent()
                                ? Optional.empty()
                                : Optional.of(Message.of(
                                        Code.LABELS_LANGUAGE, given.get(0), String.join(", ", languages.codes())));
        wrong.ifPresent(message -> {
            throw Problem.of(Problem.ProblemKind.BAD_PARAMETER, message)
                    .about(NAME)
                    .exception();
        });
        return languages.coded(given.get(0));
    }
}
