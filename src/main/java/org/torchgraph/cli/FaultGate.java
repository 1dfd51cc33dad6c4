package org.torchgraph.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Stream;
import org.torchgraph.check.Checks;
import org.torchgraph.check.Finding;
import org.torchgraph.check.report.TextReport;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Language;
import org.torchgraph.messages.Message;

/**
 * Refuses publications with faults.
 *
 * @param lenient whether they are accepted although they have faults
 * @param refusal says that they are not accepted
 * @param err where the faults are printed
 */
record FaultGate(boolean lenient, Code refusal, PrintWriter err) {

    /**
     * Refuses to serve.
     *
     * @param lenient whether publications are accepted although they have faults
     * @param err where the faults are printed
     */
    FaultGate(boolean lenient, PrintWriter err) {
        this(lenient, Code.SERVE_REFUSED, err);
    }

    /**
     * Returns one for a command that cannot be told to be lenient.
     *
     * @param err where the faults are printed
     */
    static FaultGate strict(PrintWriter err) {
        return new FaultGate(false, Code.NOT_WRITTEN, err);
    }

    /** @throws CommandFailedException when the publication has faults */
    void pass(Checks checks) {
        List<Finding> errors = faults(checks);
        if (!errors.isEmpty()) {
            throw new CommandFailedException(refusal, errors.size());
        }
    }

    /** @throws CommandFailedException when files have faults, whatever the statements have */
    void passFiles(Checks checks) {
        List<Finding> errors = faults(checks, checks.ofFiles());
        if (!errors.isEmpty()) {
            throw new CommandFailedException(refusal, errors.size());
        }
    }

    /** Prints the faults of a publication, and returns those for which it is not served. */
    List<Finding> faults(Checks checks) {
        return faults(checks, checks.toServe().stream());
    }

    private List<Finding> faults(Checks checks, Stream<Finding> all) {
        List<Finding> errors = all.filter(Finding::isError).toList();
        CommandLines.list(errors, checks.leftOut(), new TextReport(Language.EN, true), err);
        if (errors.isEmpty() || !lenient) {
            return errors;
        }
        err.println("torchgraph: "
                + Message.of(Code.SERVE_WITH_FAULTS, errors.size()).in(Language.EN));
        return List.of();
    }
}
