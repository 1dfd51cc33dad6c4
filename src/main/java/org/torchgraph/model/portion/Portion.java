package org.torchgraph.model.portion;

import java.util.List;
import java.util.Optional;

/**
 * One page of a long list.
 *
 * @param items the items of the page
 * @param page its number, from 1
 * @param pages the number of pages, at least 1
 * @param total the number of items of all pages
 */
public record Portion<T>(List<T> items, int page, int pages, int total) {

    /** Returns a page of a list; empty if the list has no such page. */
    public static <T> Optional<Portion<T>> of(List<T> all, int page, int size) {
        int pages = Math.max(1, (all.size() + size - 1) / size);
        return page > pages
                ? Optional.empty()
                : Optional.of(new Portion<>(
                        List.copyOf(all.subList((page - 1) * size, Math.min(page * size, all.size()))),
                        page,
                        pages,
                        all.size()));
    }

    /** Returns whether there are other pages. */
    public boolean isPaged() {
        return pages > 1;
    }
}
