package org.torchgraph.draft.text;

import java.util.List;

/**
 * A sentence of the paragraphs of an entry.
 *
 * @param excerpt where it stands
 * @param amounts the numbers with units in it, but for those of dates, titles and quoted phrases
 * @param times what it says of time, such as {@code 到2025年} or {@code 五年左右}
 */
public record Sentence(PassageRange excerpt, List<Amount> amounts, List<String> times) {}
