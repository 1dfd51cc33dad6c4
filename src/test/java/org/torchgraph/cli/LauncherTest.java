package org.torchgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {
    @TempDir
    Path folder;

    private record Ended(int exit, String err) {}

    private Ended launch(Path path, String javaHome) throws IOException, InterruptedException {
        Path launcher = Files.copy(Path.of("torchgraph"), folder.resolve("torchgraph"));
        Files.writeString(folder.resolve("pom.xml"), "<project/>");
        Files.createDirectories(folder.resolve("src/main"));
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", launcher.toString(), "--version");
        builder.environment().put("PATH", path.toString());
        builder.environment().put("JAVA_HOME", javaHome);
        Process process = builder.start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Ended(
                process.exitValue(), new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
    }

    /** A folder with the tools that the launcher itself is made of, and those named. */
    private Path tools(String... extra) throws IOException {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        for (String tool : new String[] {"dirname", "find", "head", "sed"}) {
            script(
                    bin,
                    tool,
                    "for dir in /usr/bin /bin; do [ -x $dir/" + tool + " ] && exec $dir/" + tool + " \"$@\"; done");
        }
        for (String command : extra) {
            script(bin, command.substring(0, command.indexOf(' ')), command.substring(command.indexOf(' ') + 1));
        }
        return bin;
    }

    private static void script(Path bin, String name, String text) throws IOException {
        Path file = Files.writeString(bin.resolve(name), "#!/bin/sh\n" + text + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    @Test
    void missing_java_is_said() throws IOException, InterruptedException {
        Ended ended = launch(tools(), "");
        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.err()).startsWith("torchgraph: Java is missing").hasLineCount(1);
    }

    @Test
    void old_java_is_said() throws IOException, InterruptedException {
        Ended ended = launch(tools("java echo 'openjdk version \"11.0.2\" 2019-01-15' >&2"), "");
        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.err())
                .contains("Java 17 or newer is needed")
                .contains("version 11")
                .hasLineCount(1);
    }

    @Test
    void missing_maven_is_said_when_the_program_has_to_be_built() throws IOException, InterruptedException {
        Ended ended = launch(tools(), System.getProperty("java.home"));
        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.err()).startsWith("torchgraph: Maven is missing").hasLineCount(1);
    }

    @Test
    void a_failed_build_is_said() throws IOException, InterruptedException {
        Ended ended = launch(tools("mvn exit 1"), System.getProperty("java.home"));
        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.err()).contains("building the program", "the build failed");
    }
}
