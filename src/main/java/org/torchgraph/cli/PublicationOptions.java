package org.torchgraph.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.torchgraph.publication.Publication;
import org.torchgraph.publication.PublicationReader;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which publication a command works on. */
public final class PublicationOptions {

    @Option(
            names = "--publication",
            paramLabel = "DIR",
            description = "the folder that holds data/, ontology/ and queries/ (default: this checkout)")
    private Path folder = Path.of(System.getProperty("torchgraph.home", "."));

    @Option(
            names = "--base",
            paramLabel = "IRI",
            description = "what the publication's IRIs begin with (default: void:uriSpace in data/catalog.ttl)")
    private String base;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /** The folder. */
    public Path folder() {
        return folder.normalize();
    }

    /** Reads it, faults and all. */
    public Publication read() {
        return read(folder());
    }

    /** Reads another folder, with the same base if one is given. */
    public Publication read(Path other) {
        return PublicationReader.read(other, Optional.ofNullable(base));
    }

    /** Reads it for a command that needs it whole. */
    public Publication readWhole() {
        Publication publication = read();
        if (!publication.faults().isEmpty()) {
            publication.faults().forEach(command.commandLine().getErr()::println);
            throw new CommandFailedException(
                    "the publication has " + Counted.of(publication.faults().size(), "fault") + ", listed above");
        }
        return publication;
    }
}
