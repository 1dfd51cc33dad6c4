package org.torchgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {
    @TempDir
    Path folder;

    private record Ended(int exit, String out, String err) {}

    private Ended launch(Path path, String javaHome, String folders) throws IOException, InterruptedException {
        Path launcher =
                Files.copy(Path.of("torchgraph"), folder.resolve("torchgraph"), StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(folder.resolve("pom.xml"), "<project/>");
        Files.createDirectories(folder.resolve("src/main/sh"));
        Files.copy(
                Path.of("src/main/sh/find-jdk.sh"),
                folder.resolve("src/main/sh/find-jdk.sh"),
                StandardCopyOption.REPLACE_EXISTING);
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", launcher.toString(), "--version");
        builder.environment().put("PATH", path.toString());
        builder.environment().put("JAVA_HOME", javaHome);
        builder.environment().put("TORCHGRAPH_JDK_FOLDERS", folders);
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ended(
                process.exitValue(),
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8),
                new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
    }

    /** A jar that is newer than the sources, so that nothing has to be built. */
    private void built() throws IOException {
        Files.createDirectories(folder.resolve("target"));
        Path jar = Files.writeString(folder.resolve("target/torchgraph.jar"), "");
        Files.setLastModifiedTime(jar, FileTime.from(Instant.now().plusSeconds(60)));
    }

    /** A folder that looks like a JDK of a version, whose java says where it lies. */
    private Path jdk(String name, String version) throws IOException {
        Path home = Files.createDirectories(folder.resolve("jdks").resolve(name));
        Path bin = Files.createDirectories(home.resolve("bin"));
        script(bin, "java", "echo ran " + name);
        script(bin, "javac", "exit 1");
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    /** A folder with the tools that the launcher itself is made of, and those named. */
    private Path tools(String... extra) throws IOException {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        for (String tool : new String[] {"dirname", "find", "head", "readlink", "sed"}) {
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
        Ended ended = launch(tools(), "", "");
        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.err())
                .startsWith("torchgraph: a JDK of version 21 or newer is missing")
                .contains("(found: none)")
                .hasLineCount(1);
    }

    @Test
    void old_java_is_said() throws IOException, InterruptedException {
        Path old = jdk("old", "17.0.15");
        Ended ended = launch(
                tools(), old.toString(), jdk("older", "1.8.0_402").getParent().toString());
        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.err())
                .contains("a JDK of version 21 or newer is missing", "17 in " + old, "8 in ")
                .hasLineCount(1);
    }

    @Test
    void the_newest_jdk_runs_the_program_wherever_it_is_found() throws IOException, InterruptedException {
        built();
        jdk("mid", "24.0.1");
        jdk("newest", "27-ea");
        Path named = jdk("named", "21.0.9");
        Ended ended = launch(tools(), named.toString(), folder.resolve("jdks").toString());
        assertThat(ended.out()).isEqualTo("ran newest\n");
        assertThat(ended.err()).isEmpty();
    }

    @Test
    void of_two_jdks_of_one_version_java_home_runs_the_program() throws IOException, InterruptedException {
        built();
        jdk("another", "25.0.3");
        Path named = jdk("named", "25.0.1");
        Ended ended = launch(tools(), named.toString(), folder.resolve("jdks").toString());
        assertThat(ended.out()).isEqualTo("ran named\n");
    }

    @Test
    void a_jdk_on_the_path_is_found_through_its_links() throws IOException, InterruptedException {
        built();
        Path bin = tools();
        Files.createSymbolicLink(bin.resolve("javac"), jdk("linked", "22").resolve("bin/javac"));
        Ended ended = launch(bin, "", "");
        assertThat(ended.out()).isEqualTo("ran linked\n");
    }

    @Test
    void a_runtime_without_a_compiler_is_no_jdk() throws IOException, InterruptedException {
        Files.delete(jdk("runtime", "25").resolve("bin/javac"));
        Ended ended = launch(tools(), folder.resolve("jdks/runtime").toString(), "");
        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.err()).contains("(found: none)");
    }

    @Test
    void missing_maven_is_said_when_the_program_has_to_be_built() throws IOException, InterruptedException {
        Ended ended = launch(tools(), System.getProperty("java.home"), "");
        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.err()).startsWith("torchgraph: Maven is missing").hasLineCount(1);
    }

    @Test
    void a_failed_build_is_said() throws IOException, InterruptedException {
        Ended ended = launch(tools("mvn exit 1"), System.getProperty("java.home"), "");
        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.err()).contains("building the program", "the build failed");
    }

    /** A JDK of a version whose java prints its options, a line each. */
    private Path printing(String version) throws IOException {
        Path home = jdk(version, version);
        script(home.resolve("bin"), "java", "printf '%s\\n' \"$@\"");
        return home;
    }

    private Path archive(String name) throws IOException {
        Path archives = Files.createDirectories(folder.resolve("target/start-cache"));
        return Files.writeString(archives.resolve(name), "no archive");
    }

    @Test
    void the_program_starts_from_the_cache_of_its_java() throws IOException, InterruptedException {
        built();
        Path cache = archive("java-25.aot");
        Path data = archive("java-21.jsa");
        assertThat(launch(tools(), printing("25.0.1").toString(), "").out().lines())
                .contains("-XX:AOTCache=" + cache, "-Dtorchgraph.start-cache=" + cache)
                .doesNotContain("-XX:SharedArchiveFile=" + data);
        assertThat(launch(tools(), printing("21.0.9").toString(), "").out().lines())
                .contains("-XX:SharedArchiveFile=" + data, "-Dtorchgraph.start-cache=" + data)
                .doesNotContain("-XX:AOTCache=" + cache);
    }

    @Test
    void without_a_cache_the_program_is_only_told_where_to_make_one() throws IOException, InterruptedException {
        built();
        assertThat(launch(tools(), printing("25.0.1").toString(), "").out().lines())
                .contains("-Dtorchgraph.start-cache=" + folder.resolve("target/start-cache/java-25.aot"))
                .noneMatch(option -> option.startsWith("-XX:AOTCache"));
    }

    @Test
    void a_damaged_cache_is_passed_over() throws IOException, InterruptedException {
        built();
        int version = Runtime.version().feature();
        archive("java-" + version + (version < 25 ? ".jsa" : ".aot"));
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Started.class.getName());
        Path jar = folder.resolve("target/torchgraph.jar");
        String name = Started.class.getName().replace('.', '/') + ".class";
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                InputStream code = Started.class.getClassLoader().getResourceAsStream(name)) {
            out.putNextEntry(new ZipEntry(name));
            code.transferTo(out);
        }
        Files.setLastModifiedTime(jar, FileTime.from(Instant.now().plusSeconds(60)));
        Ended ended = launch(tools(), System.getProperty("java.home"), "");
        assertThat(ended.out()).isEqualTo("started\n");
        assertThat(ended.err()).isEmpty();
        assertThat(ended.exit()).isZero();
    }

    /** A program in place of the real one. */
    static final class Started {
        private Started() {}

        public static void main(String... args) {
            System.out.print("started\n");
        }
    }
}
