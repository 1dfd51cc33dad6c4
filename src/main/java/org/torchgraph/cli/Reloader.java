package org.torchgraph.cli;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.torchgraph.check.Checks;
import org.torchgraph.check.Finding;
import org.torchgraph.dataset.memory.MemoryDataset;
import org.torchgraph.dataset.run.GraphsSnapshot;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Language;
import org.torchgraph.messages.Message;
import org.torchgraph.messages.MessageException;
import org.torchgraph.publication.Publication;
import org.torchgraph.publication.PublicationTooLargeException;
import org.torchgraph.server.version.PublishedVersion;
import org.torchgraph.server.version.RefusedVersion;
import org.torchgraph.server.version.ReplaceableVersion;

/**
 * Reads a publication again and serves it from then on, if it has no faults. It is made ready, its search included,
 * while the version before is served.
 */
final class Reloader {
    private static final int MAX_FAULTS = 10;

    private final Supplier<Publication> files;
    private final MemoryDataset dataset;
    private final ReplaceableVersion served;
    private final FaultGate gate;
    private final Runnable reloaded;
    private String judged;

    /** @param reloaded is called after each version that is served from then on */
    Reloader(
            Supplier<Publication> files,
            MemoryDataset dataset,
            ReplaceableVersion served,
            FaultGate gate,
            Runnable reloaded) {
        this.reloaded = reloaded;
        this.files = files;
        this.dataset = dataset;
        this.served = served;
        this.gate = gate;
        this.judged = served.get().snapshot().version();
    }

    /** Serves the files as they are now; a version that was judged before is not judged again. */
    synchronized void reload() {
        try {
            judge(files.get());
        } catch (PublicationTooLargeException refused) {
            tooLarge(refused);
        } catch (OutOfMemoryError usedUp) {
            tooLarge(PublicationTooLargeException.afterReading());
        } catch (MessageException missing) {
            refuse(List.of(missing.message().in(Language.EN)));
        } catch (RuntimeException unexpected) {
            // The thread that watches has to live on.
            refuse(List.of(Message.of(Code.PROGRAM_FAULT, unexpected).in(Language.EN)));
        }
    }

    /** Refuses a version that may be read again, because there may be more room for it later. */
    private void tooLarge(PublicationTooLargeException refused) {
        judged = "";
        refuse(List.of(refused.message().in(Language.EN)));
    }

    private void judge(Publication publication) {
        if (publication.version().equals(judged)) {
            return;
        }
        judged = publication.version();
        if (judged.equals(served.get().snapshot().version())) {
            served.confirm();
            tell(Code.RELOAD_SAME, judged);
            return;
        }
        GraphsSnapshot candidate = dataset.candidate(publication);
        Checks checks = new Checks(publication, candidate);
        List<Finding> faults = gate.faults(checks);
        if (!faults.isEmpty()) {
            refuse(faults.stream().map(fault -> fault.in(Language.EN)).toList());
            return;
        }
        PublishedVersion next = PublishedVersion.of(publication, candidate, checks.questions(), CommandLines.build());
        next.search().prepare();
        dataset.replace(candidate);
        served.replace(next);
        tell(Code.RELOADED, judged);
        reloaded.run();
    }

    private void refuse(List<String> faults) {
        served.refuse(new RefusedVersion(
                Instant.now(), faults.size(), faults.stream().limit(MAX_FAULTS).toList()));
        tell(Code.RELOAD_REFUSED, faults.size(), faults.get(0));
    }

    private void tell(Code code, Object... arguments) {
        gate.err().println("torchgraph: " + Message.of(code, arguments).in(Language.EN));
    }
}
