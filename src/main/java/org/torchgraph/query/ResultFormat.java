package org.torchgraph.query;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.resultset.ResultSetLang;

/** How the rows of an answer are written: the four formats of SPARQL 1.1. */
public enum ResultFormat {
    CSV("text/csv", ResultSetLang.RS_CSV),
    TSV("text/tab-separated-values", ResultSetLang.RS_TSV),
    JSON("application/sparql-results+json", ResultSetLang.RS_JSON),
    XML("application/sparql-results+xml", ResultSetLang.RS_XML);

    private final String mediaType;
    private final Lang lang;

    ResultFormat(String mediaType, Lang lang) {
        this.mediaType = mediaType;
        this.lang = lang;
    }

    /** Without parameters; all four are UTF-8. */
    public String mediaType() {
        return mediaType;
    }

    /** End of a path, without the dot, and name on the command line. */
    public String suffix() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The format of a suffix. */
    public static Optional<ResultFormat> ofSuffix(String suffix) {
        return Stream.of(values()).filter(f -> f.suffix().equals(suffix)).findFirst();
    }

    Lang lang() {
        return lang;
    }
}
