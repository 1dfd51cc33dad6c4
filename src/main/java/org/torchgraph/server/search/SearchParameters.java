package org.torchgraph.server.search;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.torchgraph.http.PercentEncoding;
import org.torchgraph.http.Problem;
import org.torchgraph.messages.Code;
import org.torchgraph.search.Facet;
import org.torchgraph.search.SearchRequest;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.version.PublishedVersion;

/** Reads a search from the parameters of a request. */
final class SearchParameters {
    static final String TEXT = "q";
    static final String PAGE = "page";
    private static final String LANGUAGE = "lang";

    private SearchParameters() {}

    /** Returns the names of the search parameters. */
    static Set<String> known(PublishedVersion version) {
        return Stream.concat(
                        Stream.of(TEXT, PAGE, LANGUAGE),
                        version.search().facets().stream().map(Facet::name))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * Returns the search of a request.
     *
     * @throws org.torchgraph.http.ProblemException for an unknown or invalid parameter
     */
    static SearchRequest wanted(PublishedVersion version, Request request) {
        Set<String> known = known(version);
        Set<String> own = Set.of(TEXT, PAGE, LANGUAGE);
        Map<String, Set<String>> filters = new TreeMap<>();
        for (String name : request.parameters().keySet()) {
            if (!known.contains(name)) {
                throw bad(name, Code.SEARCH_PARAMETER, name, String.join(", ", known));
            }
            if (!own.contains(name)) {
                Set<String> keys = request.values(name).stream()
                        .filter(value -> !value.isEmpty())
                        .map(value -> value.startsWith(version.base())
                                ? value.substring(version.base().length())
                                : value)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
                if (!keys.isEmpty()) {
                    filters.put(name, keys);
                }
            } else if (!name.equals(LANGUAGE) && request.values(name).size() > 1) {
                throw bad(name, Code.PARAMETER_REPEATED, name);
            }
        }
        return new SearchRequest(text(request), filters, request.page(PAGE));
    }

    /** Returns the text typed so far. */
    static String suggested(Request request) {
        for (String name : request.parameters().keySet()) {
            if (!name.equals(TEXT) || request.values(name).size() > 1) {
                throw bad(name, Code.SUGGEST_PARAMETER);
            }
        }
        return text(request);
    }

    private static String text(Request request) {
        String text = request.parameter(TEXT).orElse("").strip();
        if (text.length() > SearchRequest.MAX_CHARACTERS) {
            throw bad(TEXT, Code.SEARCH_LENGTH, SearchRequest.MAX_CHARACTERS);
        }
        return text;
    }

    /** Returns the query string of a search, without page and language. */
    static String address(SearchRequest wanted) {
        return Stream.concat(
                        Stream.of(TEXT + "=" + PercentEncoding.value(wanted.text())),
                        new TreeMap<>(wanted.filters()).entrySet().stream().flatMap(filter -> filter.getValue().stream()
                                .sorted()
                                .map(key -> filter.getKey() + "=" + PercentEncoding.value(key))))
                .collect(Collectors.joining("&"));
    }

    private static RuntimeException bad(String name, Code code, Object... arguments) {
        return Problem.of(Problem.ProblemKind.BAD_PARAMETER, code, arguments)
                .about(name)
                .exception();
    }
}
