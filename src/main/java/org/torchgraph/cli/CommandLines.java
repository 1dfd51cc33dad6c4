package org.torchgraph.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.logging.LogManager;
import org.torchgraph.check.Finding;
import org.torchgraph.messages.Language;
import org.torchgraph.publication.MissingPublicationException;
import org.torchgraph.rdf.syntax.InexpressibleException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The command line as a whole: how errors are told and which exit codes they have. */
final class CommandLines {
    static final int FAULTS = 1;
    static final int WRONG_USE = 2;

    private CommandLines() {}

    static CommandLine create() {
        quietLogging();
        CommandLine commands = new CommandLine(new Torchgraph());
        commands.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        commands.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        commands.setCaseInsensitiveEnumValuesAllowed(true);
        commands.setParameterExceptionHandler(CommandLines::wrongUse);
        commands.setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, command));
        return commands;
    }

    private static int wrongUse(ParameterException wrong, String... args) {
        CommandLine command = wrong.getCommandLine();
        command.getErr().println("torchgraph: " + wrong.getMessage());
        command.getErr().println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
        return WRONG_USE;
    }

    private static int failed(Exception failure, CommandLine command) {
        if (failure instanceof MissingPublicationException || failure instanceof UsageException) {
            command.getErr().println("torchgraph: " + failure.getMessage());
            return WRONG_USE;
        }
        if (failure instanceof CommandFailedException || failure instanceof InexpressibleException) {
            command.getErr().println("torchgraph: " + failure.getMessage());
            return FAULTS;
        }
        if (failure instanceof IOException) {
            command.getErr().println("torchgraph: cannot be read or written: " + failure.getMessage());
            return FAULTS;
        }
        String reason = failure.getMessage() == null
                ? ""
                : ": " + failure.getMessage().lines().findFirst().orElse("");
        command.getErr()
                .println("torchgraph: failed, which is a fault of the program ("
                        + failure.getClass().getSimpleName() + reason + ")");
        return FAULTS;
    }

    /** Prints findings, those of what was left out first and apart from what may follow from that. */
    static void list(List<Finding> findings, int leftOut, Language language, PrintWriter err) {
        findings.stream().limit(leftOut).forEach(finding -> err.println(finding.in(language)));
        if (leftOut > 0 && findings.size() > leftOut) {
            err.println(
                    "torchgraph: so far the files as they are read; what could not be read was left out, and what follows may come of that");
        }
        findings.stream().skip(leftOut).forEach(finding -> err.println(finding.in(language)));
    }

    /** Libraries log to stderr what a user cannot act on; only their warnings are kept, one line each. */
    private static void quietLogging() {
        try (InputStream settings = CommandLines.class.getResourceAsStream("logging.properties")) {
            LogManager.getLogManager().readConfiguration(settings);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** The version with what tells this build from others, in the form of Semantic Versioning: {@code 0.1.0+3f9a…}. */
    static String build() {
        return version() + "+" + BuildDigest.ofThisProgram();
    }

    /** The version of the program, as the build wrote it. */
    static String version() {
        Properties properties = new Properties();
        try (InputStream written = CommandLines.class.getResourceAsStream("version.properties")) {
            properties.load(written);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
        return properties.getProperty("version");
    }
}
