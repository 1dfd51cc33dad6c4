package org.torchgraph.cli;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonWriter;
import jakarta.json.stream.JsonGenerator;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.torchgraph.check.Finding;
import org.torchgraph.check.report.JsonReport;
import org.torchgraph.check.report.SarifReport;
import org.torchgraph.check.report.TextReport;
import org.torchgraph.messages.Language;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options of how findings are told: as lines on standard error, or as one document on standard output. */
final class CheckReportOptions {

    enum ReportFormat {
        TEXT,
        JSON,
        SARIF
    }

    /** Tells the numbers of errors and of warnings in one line. */
    interface CheckSummary {
        String of(long errors, long warnings);
    }

    @Option(names = "--all", description = "lists every finding, not the first ten of each kind")
    private boolean all;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "text, json or sarif (SARIF 2.1.0), which have all findings (default text)")
    private ReportFormat format = ReportFormat.TEXT;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /** Returns where a command tells what is no finding: standard output unless a document is there. */
    PrintWriter aside() {
        return isDocument()
                ? command.commandLine().getErr()
                : command.commandLine().getOut();
    }

    /** Returns whether the findings are one document, which programs read. */
    boolean isDocument() {
        return format != ReportFormat.TEXT;
    }

    /**
     * Prints findings and returns the exit code.
     *
     * @param leftOut how many of them, the first ones, are about files that were left out
     * @param folder that of the publication
     */
    int print(List<Finding> findings, int leftOut, Language language, Path folder, CheckSummary summary) {
        PrintWriter out = command.commandLine().getOut();
        long errors = findings.stream().filter(Finding::isError).count();
        switch (format) {
            case TEXT -> {
                TextReport report = new TextReport(language, all);
                CommandLines.list(
                        findings, leftOut, report, command.commandLine().getErr());
                report.table(findings).forEach(out::println);
                out.println(summary.of(errors, findings.size() - errors));
            }
            case JSON -> out.println(text(new JsonReport(language).of(findings)));
            case SARIF -> out.println(text(new SarifReport(language, CommandLines.version(), folder).of(findings)));
        }
        return errors == 0 ? 0 : CommandLines.FAULTS;
    }

    private static String text(JsonObject document) {
        StringWriter text = new StringWriter();
        try (JsonWriter writer = Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                .createWriter(text)) {
            writer.writeObject(document);
        }
        return text.toString().strip();
    }
}
