package org.torchgraph.server.kept;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Message;

/**
 * What is remembered of a version, also when its files are not kept any longer.
 *
 * @param version its identifier
 * @param since the time at which it last became the current one
 * @param statements the number of its statements
 * @param files the digest of each of its files, by path
 */
record ServedVersion(String version, Instant since, long statements, SortedMap<String, String> files) {
    static final String SUFFIX = ".json";

    private static final int MAX_NAMES = 5;

    /** Reads a record; empty if there is none, or if it cannot be read. */
    static Optional<ServedVersion> read(Path file) {
        try (InputStream content = Files.newInputStream(file);
                JsonReader reader = Json.createReader(content)) {
            JsonObject json = reader.readObject();
            SortedMap<String, String> files = new TreeMap<>();
            json.getJsonObject("files").forEach((name, digest) -> files.put(name, ((JsonString) digest).getString()));
            return Optional.of(new ServedVersion(
                    json.getString("version"),
                    Instant.parse(json.getString("since")),
                    json.getJsonNumber("statements").longValue(),
                    files));
        } catch (IOException | JsonException | DateTimeException | ClassCastException | NullPointerException none) {
            return Optional.empty();
        }
    }

    /** Writes the record into a folder, whole or not at all. */
    void writeTo(Path folder) throws IOException {
        JsonObjectBuilder digests = Json.createObjectBuilder();
        files.forEach(digests::add);
        String json = Json.createObjectBuilder()
                .add("version", version)
                .add("since", since.toString())
                .add("statements", statements)
                .add("files", digests)
                .build()
                .toString();
        Path begun = folder.resolve("." + version + SUFFIX);
        Files.writeString(begun, json);
        Files.move(begun, folder.resolve(version + SUFFIX), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Returns the day since which it was served. */
    LocalDate day() {
        return since.atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** Tells which files of a later version are not those of this one. */
    Message difference(ServedVersion later) {
        List<String> differing = Stream.concat(files.keySet().stream(), later.files.keySet().stream())
                .distinct()
                .filter(file -> !hasSame(later, file))
                .sorted()
                .toList();
        List<String> added =
                differing.stream().filter(file -> !files.containsKey(file)).toList();
        List<String> gone = differing.stream()
                .filter(file -> !later.files.containsKey(file))
                .toList();
        return Message.of(
                Code.VERSION_FILES,
                differing.size() - added.size() - gone.size(),
                added.size(),
                gone.size(),
                String.join(", ", differing.stream().limit(MAX_NAMES).toList())
                        + (differing.size() > MAX_NAMES ? ", …" : ""));
    }

    /** Returns whether both versions have the same file at a path, or neither has one. */
    boolean hasSame(ServedVersion other, String file) {
        return files.getOrDefault(file, "").equals(other.files.getOrDefault(file, ""));
    }
}
