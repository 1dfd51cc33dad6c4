package org.torchgraph.dataset;

/** Is told how far the loading of a store has come. */
public interface LoadProgress {
    /** Nobody is told. */
    LoadProgress NONE = (done, all) -> {};

    /** Tells the number of statements that are loaded, of all. */
    void loaded(long done, long all);
}
