package org.torchgraph.cli;

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
        description = "Publishes a folder of RDF: checks it, serves it, queries it, exports it.",
        subcommands = {
            ServeCommand.class,
            QueryCommand.class,
            ExportCommand.class,
            CheckCommand.class,
            DiffCommand.class,
            DraftCommand.class,
            HistoryCommand.class,
            BackupCommand.class,
            LoadCommand.class,
            SiteCommand.class
        })
final class Torchgraph implements Runnable {

    @Spec
    private CommandSpec spec;

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
