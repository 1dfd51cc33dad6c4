package org.torchgraph.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.apache.jena.query.Query;
import org.torchgraph.dataset.engine.EngineVersioning;
import org.torchgraph.dataset.engine.RemoteDataset;
import org.torchgraph.messages.Code;
import org.torchgraph.publication.Publication;
import org.torchgraph.query.QueryFailedException;
import org.torchgraph.query.guard.QueryParsing;
import picocli.CommandLine.Option;

/** The options that say how the version of an engine is told, and how much of it is copied. */
public final class EngineVersionOptions {

    @Option(
            names = "--store-version-query",
            paramLabel = "FILE",
            description =
                    "a SELECT whose first value is the version of the engine, in the place of owl:versionInfo in its catalogue")
    private Path query;

    @Option(
            names = "--store-ttl",
            paramLabel = "SECONDS",
            description = "after this time an engine that states no version is read again")
    private Integer timeToLive;

    @Option(
            names = "--store-copied",
            paramLabel = "N",
            description =
                    "the number of statements up to which those of an engine are copied into memory (default 1000000); above it they are counted and read as they are needed")
    private Long copied;

    /**
     * Refuses the options where there is no engine, and times and numbers that are none.
     *
     * @throws UsageException if that is so
     */
    void require(boolean isEngine) {
        if (!isEngine && (query != null || timeToLive != null || copied != null)) {
            throw new UsageException(Code.STORE_VERSION_ALONE);
        }
        if (copied != null && copied < 0) {
            throw new UsageException(Code.STORE_COPIED, copied);
        }
        if (timeToLive != null && timeToLive < 1) {
            throw new UsageException(Code.STORE_TTL, timeToLive);
        }
    }

    /** Returns the number of statements up to which they are copied. */
    long mostCopied() {
        return copied == null ? RemoteDataset.MOST_COPIED : copied;
    }

    /** Returns the time after which an engine without a version is read again. */
    Optional<Duration> timeToLive() {
        return Optional.ofNullable(timeToLive).map(Duration::ofSeconds);
    }

    /**
     * Returns how the version of an engine beside files is told, which is not older than that of the files.
     *
     * @throws CommandFailedException if the query is none for a version
     */
    EngineVersioning of(Publication files) {
        return new EngineVersioning(
                Optional.ofNullable(query).map(file -> read(file, files.base())), EngineVersioning.statedIn(files));
    }

    private static Query read(Path file, String base) {
        try {
            Query read = QueryParsing.checked(Files.readString(file), base).query();
            if (!read.isSelectType()) {
                throw new CommandFailedException(Code.STORE_VERSION_FORM, file);
            }
            return read;
        } catch (IOException unreadable) {
            throw new UsageException(Code.INPUT_UNREADABLE, file);
        } catch (QueryFailedException refused) {
            throw new CommandFailedException(Code.STORE_VERSION_QUERY, file, refused.message());
        }
    }
}
