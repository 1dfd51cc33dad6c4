package org.torchgraph.cli;

/** Runs a command and exits with its code: 0 success, 1 errors found, 2 wrong use. */
public final class Main {
    private Main() {}

    /** Runs one command and ends the JVM with its exit code. */
    public static void main(String... args) {
        // More than there are processors, so that the operating system shares these among long computations. Virtual
        // threads do not give way to one another.
        System.setProperty("jdk.virtualThreadScheduler.parallelism", "64");
        System.exit(run(args));
    }

    /** Runs one command and returns its exit code. */
    public static int run(String... args) {
        return CommandLines.create(args).execute(args);
    }
}
