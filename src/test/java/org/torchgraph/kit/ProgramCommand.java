package org.torchgraph.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The command that runs the program in a process of its own. Its classes are in an archive, which is made once, so that
 * a test that starts it often waits half as long.
 */
public final class ProgramCommand {
    private final List<String> words;

    /** @param folder an empty folder, which gets the archive */
    public ProgramCommand(Path folder) throws IOException, InterruptedException {
        Path jar = folder.resolve("program.jar");
        Path archive = folder.resolve("classes.jsa");
        // An archive has classes of jars alone.
        assertThat(ToolProvider.findFirst("jar")
                        .orElseThrow()
                        .run(System.out, System.err, "cf0", jar.toString(), "-C", "target/classes", "."))
                .isZero();
        String classPath = Stream.concat(
                        Stream.of(jar.toString()),
                        Arrays.stream(System.getProperty(
                                                "surefire.test.class.path", System.getProperty("java.class.path"))
                                        .split(File.pathSeparator))
                                .filter(part -> part.endsWith(".jar")))
                .collect(Collectors.joining(File.pathSeparator));
        Path publication = folder.resolve("rehearsed");
        PublicationFolder.in(publication).turtle("data/a.ttl", "<id/a> rdfs:label \"A\" .");
        Process rehearsal = new ProcessBuilder(Stream.concat(
                                command("-XX:ArchiveClassesAtExit=" + archive, classPath).stream(),
                                Stream.of("serve", "--rehearse", "--port", "0", "--publication", "" + publication))
                        .toList())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(rehearsal.waitFor()).isZero();
        assertThat(Files.size(archive)).isPositive();
        words = command("-XX:SharedArchiveFile=" + archive, classPath);
    }

    private static List<String> command(String archive, String classPath) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                archive,
                "-cp",
                classPath,
                "org.torchgraph.cli.Main");
    }

    /** Returns the command, to which the program's own arguments are added. */
    public List<String> words() {
        return words;
    }
}
