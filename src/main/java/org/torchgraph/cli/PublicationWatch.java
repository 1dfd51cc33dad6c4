package org.torchgraph.cli;

import java.io.File;
import java.io.FileFilter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.apache.commons.io.filefilter.FileFilterUtils;
import org.apache.commons.io.monitor.FileAlterationListenerAdaptor;
import org.apache.commons.io.monitor.FileAlterationMonitor;
import org.apache.commons.io.monitor.FileAlterationObserver;
import org.torchgraph.publication.settings.Logo.LogoFormat;

/** Calls back when files of a publication have changed and then stayed as they are for a while. */
final class PublicationWatch {
    private static final Duration WHILE = Duration.ofMillis(500);

    private final Runnable changed;
    private boolean pending;

    /** Whether a file has changed since the last look. */
    private boolean changing;

    private PublicationWatch(Runnable changed) {
        this.changed = changed;
    }

    /**
     * Watches in a thread of its own until the process ends.
     *
     * @param root the folder of the publication
     * @param changed is called in that thread
     */
    static void start(Path root, Runnable changed) throws Exception {
        PublicationWatch watch = new PublicationWatch(changed);
        FileAlterationMonitor monitor = new FileAlterationMonitor(WHILE.toMillis());
        monitor.setThreadFactory(
                Thread.ofPlatform().daemon().name("publication-watch").factory());
        Stream.of("data", "messages", "ontology", "queries")
                .map(folder -> observer(root.resolve(folder)))
                .forEach(observer -> {
                    observer.addListener(watch.changes());
                    monitor.addObserver(observer);
                });
        FileAlterationObserver settings = FileAlterationObserver.builder()
                .setPath(root)
                .setFileFilter(FileFilterUtils.or(
                        FileFilterUtils.nameFileFilter("site.ttl"), FileFilterUtils.asFileFilter((FileFilter)
                                file -> LogoFormat.of(file.getName()).isPresent())))
                .getUnchecked();
        settings.addListener(watch.changes());
        settings.addListener(watch.end());
        monitor.addObserver(settings);
        monitor.start();
    }

    private static FileAlterationObserver observer(Path folder) {
        return FileAlterationObserver.builder().setPath(folder).getUnchecked();
    }

    private FileAlterationListenerAdaptor changes() {
        return new FileAlterationListenerAdaptor() {
            @Override
            public void onFileChange(File file) {
                changing = true;
            }

            @Override
            public void onFileCreate(File file) {
                changing = true;
            }

            @Override
            public void onFileDelete(File file) {
                changing = true;
            }
        };
    }

    /** Returns what is told of the end of each look. */
    private FileAlterationListenerAdaptor end() {
        return new FileAlterationListenerAdaptor() {
            @Override
            public void onStop(FileAlterationObserver last) {
                if (changing) {
                    pending = true;
                } else if (pending) {
                    pending = false;
                    changed.run();
                }
                changing = false;
            }
        };
    }
}
