package org.torchgraph.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.logging.LogManager;
import org.slf4j.LoggerFactory;
import org.torchgraph.check.Finding;
import org.torchgraph.check.report.TextReport;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.InterfaceLanguages;
import org.torchgraph.messages.IoReason;
import org.torchgraph.messages.Language;
import org.torchgraph.messages.Message;
import org.torchgraph.messages.MessageException;
import org.torchgraph.publication.MissingPublicationException;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** Creates the command line and maps exceptions to messages and exit codes. */
final class CommandLines {
    static final int FAULTS = 1;
    static final int WRONG_USE = 2;

    private CommandLines() {}

    /** @param arguments the arguments that are to be parsed */
    static CommandLine create(String... arguments) {
        quietLogging();
        CommandLine commands = new CommandLine(new Torchgraph());
        Torchgraph.commandsFor(arguments).forEach(commands::addSubcommand);
        commands.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        commands.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        commands.setCaseInsensitiveEnumValuesAllowed(true);
        commands.registerConverter(Language.class, CommandLines::language);
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
        Message message =
                switch (failure) {
                    case MessageException told -> told.message();
                    case IOException broken -> Message.of(Code.INPUT_OUTPUT, IoReason.of(broken));
                    default -> Message.of(Code.PROGRAM_FAULT, reason(failure));
                };
        command.getErr().println("torchgraph: " + message.in(language(command)));
        boolean wrongUse = failure instanceof MissingPublicationException || failure instanceof UsageException;
        return wrongUse ? WRONG_USE : FAULTS;
    }

    private static String reason(Exception failure) {
        String name = failure.getClass().getSimpleName();
        return failure.getMessage() == null
                ? name
                : name + ": " + failure.getMessage().lines().findFirst().orElse("");
    }

    /** Returns the language of {@code --lang}; English if a command does not have the option or it is not given. */
    static Language language(CommandLine command) {
        OptionSpec option = command.getCommandSpec().findOption("--lang");
        return option != null && option.getValue() instanceof Language asked ? asked : Language.EN;
    }

    private static Language language(String code) {
        return InterfaceLanguages.BUNDLED
                .coded(code.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new TypeConversionException(
                        "expected one of " + InterfaceLanguages.BUNDLED.codes() + " but was '" + code + "'"));
    }

    /** Prints findings. Those about files that were left out come first, because they may cause the others. */
    static void list(List<Finding> findings, int leftOut, TextReport report, PrintWriter err) {
        report.lines(findings.subList(0, leftOut)).forEach(err::println);
        if (leftOut > 0 && findings.size() > leftOut) {
            err.println("torchgraph: " + report.language().messages().say("check.left-out"));
        }
        report.lines(findings.subList(leftOut, findings.size())).forEach(err::println);
    }

    /** Configures logging: libraries log to standard error; only their warnings are kept, one line each. */
    private static void quietLogging() {
        try (InputStream settings = CommandLines.class.getResourceAsStream("logging.properties")) {
            LogManager.getLogManager().readConfiguration(settings);
            // Before several threads ask for their first logger at once, of which it would warn.
            LoggerFactory.getILoggerFactory();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** Returns the version with a digest of the build, in the form of Semantic Versioning: {@code 0.1.0+3f9a…}. */
    static String build() {
        return version() + "+" + BuildDigest.ofThisProgram();
    }

    /** Returns the version of the program, which the build writes to a resource. */
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
