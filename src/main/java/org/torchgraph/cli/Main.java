package org.torchgraph.cli;

/** Starts the program and ends it with the exit code of the command: 0 done, 1 faults found, 2 wrong use. */
public final class Main {
    private Main() {}

    public static void main(String... args) {
        System.exit(run(args));
    }

    /** Runs one command and returns its exit code. */
    public static int run(String... args) {
        return CommandLines.create().execute(args);
    }
}
