package org.torchgraph.search;

import java.util.Map;

/**
 * A saved question that was found.
 *
 * @param name the name of the question
 * @param values the values of its parameters that the search text contains
 * @param titles its titles by language, with matches marked
 */
public record QuestionHit(String name, Map<String, String> values, Map<String, HighlightedText> titles) {}
