package org.torchgraph.cli;

import java.util.Optional;
import org.torchgraph.dataset.memory.MemoryDataset;
import org.torchgraph.publication.Publication;
import org.torchgraph.query.Limits;

/**
 * What a site in memory starts with.
 *
 * @param publication the publication; without statements if these are from an image
 * @param dataset its statements
 * @param judged whether the publication has passed the checks at an earlier start
 */
record MemoryStart(Publication publication, MemoryDataset dataset, boolean judged) {

    /** Opens the image of the publication if there is one, else reads the publication. */
    static MemoryStart of(PublicationOptions options, Optional<ImageFile> image, Limits limits) {
        if (image.isPresent()) {
            Publication known = options.readWithoutStatements();
            Optional<MemoryDataset> opened =
                    known.faults().isEmpty() ? image.get().dataset(known.version(), limits) : Optional.empty();
            if (opened.isPresent()) {
                return new MemoryStart(known, opened.get(), true);
            }
        }
        Publication publication = options.read();
        return new MemoryStart(publication, new MemoryDataset(publication, limits), false);
    }
}
