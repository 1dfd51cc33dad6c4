package org.torchgraph.server.kept;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Message;
import org.torchgraph.publication.MissingPublicationException;
import org.torchgraph.publication.Publication;
import org.torchgraph.publication.PublicationCopy;
import org.torchgraph.publication.PublicationReader;
import org.torchgraph.server.version.KeptVersions;
import org.torchgraph.server.version.PublishedVersion;

/**
 * The last versions of a publication of files. Each is a copy of the files, in a folder with the name of the version,
 * in which it is read again when somebody asks of it; beside it is a record, which stays when the copy goes.
 */
public final class VersionArchives implements KeptVersions {
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{32}");
    private static final String ARCHIVE = ".zip";
    private static final Logger LOG = LoggerFactory.getLogger(VersionArchives.class);
    private static final int MAX_RECORDS = 1000;

    private final Path folder;
    private final int number;
    private final String base;
    private final Function<Publication, PublishedVersion> opening;
    private final OpenVersions opened;
    /** What the folder holds; null until it is read. */
    private final AtomicReference<RememberedVersions> remembered = new AtomicReference<>();

    /**
     * What the folder holds.
     *
     * @param versions the versions with a record, the last one first
     * @param archived those of them whose files are kept
     */
    private record RememberedVersions(List<EarlierAnswers> versions, Set<String> archived) {

        /** Returns since when a version is the current one: longer than this start if no other was since it was. */
        Instant since(String version, Instant served) {
            return versions.stream()
                    .findFirst()
                    .filter(last -> last.version().equals(version))
                    .map(EarlierAnswers::since)
                    .orElse(served);
        }
    }

    /**
     * Creates the keeper of a folder.
     *
     * @param number how many versions it keeps besides the current one
     * @param base the base of the publication
     * @param patience how long a request waits while another version is opened
     * @param opening makes a version of the files that were read
     */
    public VersionArchives(
            Path folder, int number, String base, Duration patience, Function<Publication, PublishedVersion> opening) {
        this.folder = folder;
        this.number = number;
        this.base = base;
        this.opened = new OpenVersions(patience);
        this.opening = opening;
    }

    /**
     * Keeps the current version, and of those before as many as are kept.
     *
     * @param served the time at which it became the current one in this process
     * @param statements the number of its statements
     * @param root the folder of its files
     * @return whether the files are still those of the version, without which it cannot be kept
     */
    public synchronized boolean keep(String version, Instant served, long statements, Path root) throws IOException {
        Path kept = archive(version);
        if (digests(kept).isEmpty()) {
            Path begun = folder.resolve("." + version);
            Files.createDirectories(folder);
            try (OutputStream out = Files.newOutputStream(begun)) {
                PublicationCopy.of(root).writeTo(out);
            }
            if (!in(begun, copy -> PublicationReader.readWithoutStatements(copy, Optional.of(base)))
                    .version()
                    .equals(version)) {
                Files.delete(begun);
                return false;
            }
            Files.move(begun, kept, StandardCopyOption.ATOMIC_MOVE);
        }
        SortedMap<String, String> digests = digests(kept).orElseThrow(() -> new NoSuchFileException(kept.toString()));
        List<ServedVersion> all = all();
        new ServedVersion(version, remembered(all).since(version, served), statements, digests).writeTo(folder);
        List<ServedVersion> before =
                all.stream().filter(one -> !one.version().equals(version)).toList();
        for (ServedVersion old : before.stream().skip(number).toList()) {
            Files.deleteIfExists(archive(old.version()));
        }
        for (ServedVersion old : before.stream().skip(MAX_RECORDS).toList()) {
            Files.deleteIfExists(folder.resolve(old.version() + ServedVersion.SUFFIX));
        }
        remembered.set(remembered(all()));
        return true;
    }

    /** Returns the archives that are not as they were written, by version; reads all of them. */
    public synchronized SortedMap<String, Path> damaged() throws IOException {
        SortedMap<String, Path> damaged = new TreeMap<>();
        for (ServedVersion old : all()) {
            if (Files.isRegularFile(archive(old.version())) && !isWhole(old)) {
                damaged.put(old.version(), archive(old.version()));
            }
        }
        return damaged;
    }

    private boolean isWhole(ServedVersion old) {
        return digests(archive(old.version())).filter(old.files()::equals).isPresent();
    }

    /** Returns the digest of each file in an archive; empty if there is none or if it cannot be read. */
    private static Optional<SortedMap<String, String>> digests(Path archive) {
        try {
            return Optional.of(in(archive, copy -> PublicationCopy.of(copy).digests()));
        } catch (IOException | UncheckedIOException | ProviderNotFoundException damaged) {
            return Optional.empty();
        }
    }

    @Override
    public List<EarlierAnswers> before(PublishedVersion current) {
        RememberedVersions known = remembered();
        return known.versions().stream()
                .filter(old -> !old.version().equals(current.snapshot().version()))
                .filter(old -> known.archived().contains(old.version()))
                .toList();
    }

    @Override
    public Instant since(PublishedVersion current) {
        return remembered()
                .since(current.snapshot().version(), current.snapshot().since());
    }

    private RememberedVersions remembered() {
        if (remembered.get() == null) {
            try {
                // What was kept meanwhile is newer than what was read.
                remembered.compareAndSet(null, remembered(all()));
            } catch (IOException unreadable) {
                return new RememberedVersions(List.of(), Set.of());
            }
        }
        return remembered.get();
    }

    private RememberedVersions remembered(List<ServedVersion> all) {
        return new RememberedVersions(
                all.stream()
                        .map(one -> new EarlierAnswers(one.version(), one.since()))
                        .toList(),
                all.stream()
                        .map(ServedVersion::version)
                        .filter(version -> Files.isRegularFile(archive(version)))
                        .collect(Collectors.toSet()));
    }

    /** Returns the folder. */
    public Path folder() {
        return folder;
    }

    private Path archive(String version) {
        return folder.resolve(version + ARCHIVE);
    }

    /** Reads an archive as the folder that it holds. */
    private static <T> T in(Path archive, Function<Path, T> reading) throws IOException {
        try (FileSystem files = FileSystems.newFileSystem(archive)) {
            return reading.apply(files.getPath("/"));
        }
    }

    /** Returns the records, the last one first. */
    private List<ServedVersion> all() throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ServedVersion.SUFFIX))
                    .map(name -> name.substring(0, name.length() - ServedVersion.SUFFIX.length()))
                    .flatMap(name -> record(name).stream())
                    .sorted(Comparator.comparing(ServedVersion::since).reversed())
                    .toList();
        }
    }

    private Optional<ServedVersion> record(String version) {
        return NAME.matcher(version).matches()
                ? ServedVersion.read(folder.resolve(version + ServedVersion.SUFFIX))
                        .filter(served -> served.version().equals(version))
                : Optional.empty();
    }

    @Override
    public Optional<PublishedVersion> open(String version) {
        boolean isKept = NAME.matcher(version).matches() && Files.isRegularFile(archive(version));
        return isKept ? opened.get(version, () -> read(version)) : Optional.empty();
    }

    /** Reads a version; empty if its archive is damaged. */
    private Optional<PublishedVersion> read(String version) {
        try {
            return Optional.of(in(archive(version), copy -> PublicationReader.read(copy, Optional.of(base))))
                    .filter(files -> files.version().equals(version))
                    .map(opening);
        } catch (IOException | UncheckedIOException | ProviderNotFoundException | MissingPublicationException damaged) {
            LOG.warn("The kept version {} cannot be read: {}", version, damaged.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public Optional<Message> gone(String version, PublishedVersion current, String question) {
        String now = current.snapshot().version();
        if (NAME.matcher(version).matches() && Files.isRegularFile(archive(version))) {
            return Optional.of(
                    Message.of(Code.VERSION_DAMAGED, version, archive(version).getFileName(), now));
        }
        return record(version)
                .map(old -> Message.of(
                        Code.VERSION_GONE,
                        version,
                        old.day(),
                        old.statements(),
                        now,
                        current.snapshot().size(),
                        record(now)
                                .map(today -> difference(old, today, question))
                                .orElse(Message.of(Code.VERSION_UNCOMPARED))));
    }

    @Override
    public boolean hasSame(String version, PublishedVersion current, String question) {
        return record(version)
                .flatMap(old -> record(current.snapshot().version()).map(today -> old.hasSame(today, file(question))))
                .orElse(false);
    }

    private static String file(String question) {
        return "queries/" + question + ".rq";
    }

    private static Message difference(ServedVersion old, ServedVersion today, String question) {
        return Message.of(
                old.hasSame(today, file(question)) ? Code.VERSION_SAME_QUESTION : Code.VERSION_OTHER_QUESTION,
                old.difference(today),
                question);
    }
}
