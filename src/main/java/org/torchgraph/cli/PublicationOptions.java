package org.torchgraph.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.torchgraph.check.Finding;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Language;
import org.torchgraph.publication.Publication;
import org.torchgraph.publication.PublicationReader;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that select the publication of a command. */
public final class PublicationOptions {

    @Option(
            names = "--publication",
            paramLabel = "DIR",
            description = "the folder that holds data/, ontology/ and queries/ (default: this checkout)")
    private Path folder = Path.of(System.getProperty("torchgraph.home", "."));

    @Option(
            names = "--base",
            paramLabel = "IRI",
            description = "IRI prefix of the publication's own IRIs (default: void:uriSpace in data/catalog.ttl)")
    private String base;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /** Returns the folder of the publication. */
    public Path folder() {
        return folder.normalize();
    }

    /** Reads the publication; its errors are part of the result. */
    public Publication read() {
        return read(folder());
    }

    /** Reads the publication without its statements, see {@link PublicationReader#readWithoutStatements}. */
    public Publication readWithoutStatements() {
        return PublicationReader.readWithoutStatements(folder(), Optional.ofNullable(base));
    }

    /** Reads another folder, with the base of {@code --base} if given. */
    public Publication read(Path other) {
        return PublicationReader.read(other, Optional.ofNullable(base));
    }

    /**
     * Reads the publication for a command that cannot work with errors.
     *
     * @throws CommandFailedException if it has errors, which are printed
     */
    public Publication readWhole() {
        Publication publication = read();
        if (!publication.faults().isEmpty()) {
            Language language = CommandLines.language(command.commandLine());
            publication.faults().forEach(fault -> command.commandLine()
                    .getErr()
                    .println(Finding.of(fault).in(language)));
            throw new CommandFailedException(
                    Code.FAULTS_LISTED, folder(), publication.faults().size());
        }
        return publication;
    }
}
