package org.torchgraph.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The texts by which a saved question is found.
 *
 * @param name the name of the question
 * @param titles its titles by language
 * @param texts its descriptions and the values and descriptions of its parameters
 * @param year the name of its parameter for a year, by datatype or name; empty if it has none or several
 */
public record QuestionText(String name, Map<String, String> titles, List<String> texts, Optional<String> year) {}
