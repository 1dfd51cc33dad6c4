package org.torchgraph.query;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.resultset.ResultSetLang;

/** The four result formats of SPARQL 1.1. */
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

    /** Returns the media type without parameters; all four are in UTF-8. */
    public String mediaType() {
        return mediaType;
    }

    /** Returns the extension of a path without the dot, which is also the name on the command line. */
    public String suffix() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the format with an extension. */
    public static Optional<ResultFormat> ofSuffix(String suffix) {
        return Stream.of(values()).filter(f -> f.suffix().equals(suffix)).findFirst();
    }

    Lang lang() {
        return lang;
    }
}
