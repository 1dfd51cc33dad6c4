package org.torchgraph.messages;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;

/** Says why a file cannot be read or written. */
public final class IoReason {
    private IoReason() {}

    /** Returns the reason as an argument of a message: a message itself, or the words of the operating system. */
    public static Object of(IOException failure) {
        return switch (failure) {
            case AccessDeniedException denied -> Message.of(Code.FILE_DENIED, denied.getFile());
            case NoSuchFileException missing -> Message.of(Code.FILE_MISSING, missing.getFile());
            case FileAlreadyExistsException other -> Message.of(Code.FILE_NO_FOLDER, other.getFile());
            case FileNotFoundException unopened -> unopened.getMessage();
            default ->
                Objects.requireNonNullElse(
                        failure.getMessage(), failure.getClass().getSimpleName());
        };
    }
}
