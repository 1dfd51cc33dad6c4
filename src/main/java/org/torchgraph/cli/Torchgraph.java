package org.torchgraph.cli;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The top-level command, whose subcommands do the work. */
@Command(
        name = "torchgraph",
        mixinStandardHelpOptions = true,
        versionProvider = Torchgraph.ProgramVersion.class,
        description = "Publishes a folder of RDF: checks it, serves it, queries it, exports it.")
final class Torchgraph implements Runnable {

    /** The subcommands by name, in the order of the help. */
    private static final Map<String, Class<?>> COMMANDS = commands();

    @Spec
    private CommandSpec spec;

    private static Map<String, Class<?>> commands() {
        Map<String, Class<?>> commands = new LinkedHashMap<>();
        commands.put("serve", ServeCommand.class);
        commands.put("query", QueryCommand.class);
        commands.put("export", ExportCommand.class);
        commands.put("check", CheckCommand.class);
        commands.put("diff", DiffCommand.class);
        commands.put("draft", DraftCommand.class);
        commands.put("history", HistoryCommand.class);
        commands.put("backup", BackupCommand.class);
        commands.put("load", LoadCommand.class);
        commands.put("site", SiteCommand.class);
        commands.put("mcp", McpCommand.class);
        commands.put("init", InitCommand.class);
        return commands;
    }

    /** Returns the subcommand that the arguments begin with, so that only its options are read; else all of them. */
    static Collection<Class<?>> commandsFor(String... arguments) {
        return arguments.length > 0 && COMMANDS.containsKey(arguments[0])
                ? List.of(COMMANDS.get(arguments[0]))
                : COMMANDS.values();
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "name a command: " + String.join(", ", spec.subcommands().keySet()));
    }

    static final class ProgramVersion implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"torchgraph " + CommandLines.version()};
        }
    }
}
