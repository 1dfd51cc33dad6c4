package org.torchgraph.dataset.engine;

import org.torchgraph.messages.Message;

/**
 * A point in which an engine differs from this program.
 *
 * @param answer what the engine does
 */
public record EngineDivergence(EngineProbe probe, Message answer) {}
