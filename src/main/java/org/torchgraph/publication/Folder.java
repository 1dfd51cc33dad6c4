package org.torchgraph.publication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Lists the files of a publication's folders; hidden files and Markdown notes are not part of it. */
final class Folder {
    private Folder() {}

    /** All files below a folder of the publication, by path; none when the folder is not there. */
    static List<PublicationFile> files(Path root, String folder) {
        Path top = root.resolve(folder);
        if (!Files.isDirectory(top)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(top)) {
            return paths.filter(Files::isRegularFile)
                    .map(path -> new PublicationFile(slashed(root.relativize(path)), path))
                    .filter(file -> !file.file().endsWith(".md"))
                    .filter(file -> Stream.of(file.file().split("/")).noneMatch(part -> part.startsWith(".")))
                    .sorted(Comparator.comparing(PublicationFile::file))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String slashed(Path relative) {
        return relative.toString().replace(relative.getFileSystem().getSeparator(), "/");
    }
}
