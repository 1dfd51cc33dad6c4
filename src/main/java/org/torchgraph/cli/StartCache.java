package org.torchgraph.cli;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The archive of loaded classes with which the launcher starts the program: an AOT cache, or an archive of class data
 * before Java 25. A virtual machine takes it only if jar, machine and flags are those with which it was made; a text
 * file beside it has these, so that it is made anew after a change.
 *
 * @param file the archive
 * @param key what the archive depends on
 * @param training returns the command that runs the program for a while and writes its archive to a file
 */
record StartCache(Path file, String key, Function<Path, List<String>> training) {
    /** The property by which the launcher names the archive. */
    static final String PROPERTY = "torchgraph.start-cache";

    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final long NEEDED_BYTES = 512L << 20;
    private static final int AOT_CACHE_IN_ONE_STEP = 25;

    /** Flags that belong to a single process: archives, logs, and all that opens a port or another file. */
    private static final List<String> NOT_IN_TRAINING =
            List.of("-XX:AOT", "-XX:SharedArchiveFile", "-Xshare", "-Xlog", "-D" + PROPERTY);

    private static final List<String> NO_TRAINING_WITH =
            List.of("-agent", "-javaagent", "-Xrun", "-Xdebug", "-XX:StartFlightRecording", "-Dcom.sun.management");

    /**
     * Makes the archive that the launcher has named, in the background, unless it is there already. The site is up for
     * some time before, so that its first readers do not wait.
     */
    static void makeLater(Duration after) {
        ofThisProcess().filter(cache -> !cache.isCurrent()).ifPresent(cache -> Thread.ofPlatform()
                .daemon()
                .name("start cache")
                .start(() -> {
                    try {
                        Thread.sleep(after);
                        cache.make();
                    } catch (InterruptedException ended) {
                        Thread.currentThread().interrupt();
                    }
                }));
    }

    /** Returns the archive of this process; empty if the launcher named none, or debugging tools are attached. */
    private static Optional<StartCache> ofThisProcess() {
        String file = System.getProperty(PROPERTY, "");
        Path jar = Path.of(System.getProperty("java.class.path"));
        List<String> flags = ManagementFactory.getRuntimeMXBean().getInputArguments();
        if (file.isEmpty()
                || !Files.isRegularFile(jar)
                || flags.stream().anyMatch(flag -> NO_TRAINING_WITH.stream().anyMatch(flag::startsWith))) {
            return Optional.empty();
        }
        List<String> same = flags.stream()
                .filter(flag -> NOT_IN_TRAINING.stream().noneMatch(flag::startsWith))
                .toList();
        try {
            String key = String.join(
                    "\n",
                    System.getProperty("java.home"),
                    System.getProperty("java.vm.version"),
                    jar + " " + Files.size(jar) + " " + Files.getLastModifiedTime(jar),
                    String.join("\n", same));
            return Optional.of(new StartCache(Path.of(file), key, part -> command(jar, same, part)));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private static List<String> command(Path jar, List<String> flags, Path archive) {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(Path.of("/usr/bin/nice"))) {
            command.addAll(List.of("/usr/bin/nice", "-n", "19"));
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        boolean oneStep = Runtime.version().feature() >= AOT_CACHE_IN_ONE_STEP;
        command.add((oneStep ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + archive);
        command.addAll(List.of("-jar", jar.toString(), "serve", "--port", "0", "--rehearse"));
        return command;
    }

    /** Returns whether the archive is there and was made with what it depends on now. */
    boolean isCurrent() {
        try {
            return Files.isRegularFile(file) && Files.readString(keyFile()).equals(key);
        } catch (IOException unread) {
            return false;
        }
    }

    /**
     * Makes the archive if no other process does, and removes all other files of its folder, which has nothing else.
     * Where this is not possible, as in a folder that is only read, everything stays as it was.
     *
     * @return whether the archive is current now
     */
    boolean make() throws InterruptedException {
        try {
            Files.createDirectories(file.getParent());
            try (FileChannel channel =
                            FileChannel.open(lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.tryLock()) {
                if (lock != null && !isCurrent()) {
                    clear();
                    if (Files.getFileStore(file.getParent()).getUsableSpace() >= NEEDED_BYTES) {
                        replace();
                    }
                }
                return lock != null && isCurrent();
            }
        } catch (IOException | OverlappingFileLockException notHere) {
            return false;
        }
    }

    private void replace() throws IOException, InterruptedException {
        Path part = file.resolveSibling("part-" + ProcessHandle.current().pid());
        try {
            if (trained(part)) {
                Files.deleteIfExists(keyFile());
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
                AtomicFile.write(keyFile(), out -> out.write(key.getBytes(StandardCharsets.UTF_8)));
            }
        } finally {
            clear();
        }
    }

    private boolean trained(Path part) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(training.apply(part))
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD);
        // Flags from these are among those of this process, which the command has.
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        Process process = builder.start();
        process.getOutputStream().close();
        Thread ended = new Thread(() -> end(process), "start cache ends");
        try {
            Runtime.getRuntime().addShutdownHook(ended);
            boolean inTime = process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS);
            return inTime && process.exitValue() == 0 && Files.isRegularFile(part);
        } catch (IllegalStateException stopping) {
            return false;
        } finally {
            end(process);
            forget(ended);
        }
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException stopping) {
            // It runs already.
        }
    }

    /** Removes what makers that were killed have left, and archives of other versions of Java. */
    private void clear() throws IOException {
        List<Path> kept = List.of(file, keyFile(), lockFile());
        try (Stream<Path> all = Files.list(file.getParent())) {
            for (Path other : all.filter(path -> !kept.contains(path)).toList()) {
                Files.deleteIfExists(other);
            }
        }
    }

    private Path keyFile() {
        return file.resolveSibling("key");
    }

    private Path lockFile() {
        return file.resolveSibling("lock");
    }
}
