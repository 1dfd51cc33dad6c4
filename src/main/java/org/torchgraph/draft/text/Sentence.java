package org.torchgraph.draft.text;

import java.util.List;

/**
 * A sentence of an entry's paragraphs.
 *
 * @param excerpt the position of the sentence
 * @param amounts the numbers with units, except those in dates, titles and quoted phrases
 * @param times the phrases of time, such as {@code 到2025年} or {@code 五年左右}
 */
public record Sentence(PassageRange excerpt, List<Amount> amounts, List<String> times) {}
