package org.torchgraph.site.cite;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The formats in which reference managers take citations. */
public enum CitationFormat {
    /** BibTeX, in UTF-8 as biber reads it. */
    BIBTEX("application/x-bibtex", "bib") {
        @Override
        public String write(Citation citation, LocalDate accessed) {
            StringBuilder entry =
                    new StringBuilder(citation.document() == null ? "@misc{" : "@incollection{").append(key(citation));
            field(
                    entry,
                    "author",
                    citation.authors().stream()
                            .map(author -> "{" + escaped(author) + "}")
                            .collect(Collectors.joining(" and ")));
            field(entry, "title", "{" + escaped(citation.title().text()) + "}");
            field(entry, "booktitle", citation.document() == null ? "" : "{" + escaped(citation.host()) + "}");
            field(entry, "number", escaped(citation.number()));
            field(entry, "year", citation.year());
            field(entry, "date", escaped(citation.issued()));
            field(entry, "howpublished", escaped(citation.container()));
            field(entry, "version", escaped(citation.version()));
            field(entry, "url", citation.address());
            field(entry, "urldate", accessed.toString());
            return entry.append("\n}\n").toString();
        }

        private static void field(StringBuilder entry, String name, String value) {
            if (!value.isEmpty()) {
                entry.append(",\n  ").append(name).append(" = {").append(value).append('}');
            }
        }

        private static String escaped(String text) {
            return text.codePoints()
                    .mapToObj(character -> BIBTEX_ESCAPES.getOrDefault(character, Character.toString(character)))
                    .collect(Collectors.joining());
        }
    },

    /** RIS, one field a line. */
    RIS("application/x-research-info-systems", "ris") {
        @Override
        public String write(Citation citation, LocalDate accessed) {
            List<String> lines = Stream.of(
                            Stream.of(line("TY", "DATA")),
                            citation.authors().stream().map(author -> line("AU", author)),
                            Stream.of(line("TI", citation.title().text())),
                            optional("M1", citation.number()),
                            optional("PY", citation.year()),
                            optional("DA", citation.issued().replace('-', '/')),
                            Stream.of(
                                    line("T2", citation.host()),
                                    line("DP", citation.container()),
                                    line("ET", citation.version()),
                                    line("UR", citation.address()),
                                    line("Y2", accessed.toString().replace('-', '/')),
                                    line("ER", "")))
                    .flatMap(part -> part)
                    .toList();
            return String.join("", lines);
        }

        private static Stream<String> optional(String tag, String value) {
            return value.isEmpty() ? Stream.of() : Stream.of(line(tag, value));
        }

        private static String line(String tag, String value) {
            return tag + "  - " + value.replaceAll("\\s+", " ") + "\r\n";
        }
    },

    /** CSL-JSON, the input of the Citation Style Language. */
    CSL("application/vnd.citationstyles.csl+json", "json") {
        @Override
        public String write(Citation citation, LocalDate accessed) {
            JsonObjectBuilder item = Json.createObjectBuilder()
                    .add("id", citation.address())
                    .add("type", "dataset")
                    .add("title", citation.title().text());
            JsonArrayBuilder authors = Json.createArrayBuilder();
            citation.authors()
                    .forEach(author -> authors.add(Json.createObjectBuilder().add("literal", author)));
            if (!citation.authors().isEmpty()) {
                item.add("author", authors);
            }
            if (!citation.number().isEmpty()) {
                item.add("number", citation.number());
            }
            if (!citation.issued().isEmpty()) {
                item.add("issued", date(citation.issued()));
            }
            item.add("container-title", citation.host())
                    .add("source", citation.container())
                    .add("version", citation.version())
                    .add("URL", citation.address())
                    .add("accessed", date(accessed.toString()));
            return Json.createArrayBuilder().add(item).build() + "\n";
        }

        private static JsonObjectBuilder date(String date) {
            if (!date.matches("\\d{4}(-\\d{2}){0,2}")) {
                return Json.createObjectBuilder().add("literal", date);
            }
            JsonArrayBuilder parts = Json.createArrayBuilder();
            Arrays.stream(date.split("-")).map(Integer::valueOf).forEach(parts::add);
            return Json.createObjectBuilder()
                    .add("date-parts", Json.createArrayBuilder().add(parts));
        }
    };

    private static final Map<Integer, String> BIBTEX_ESCAPES = Map.ofEntries(
            Map.entry((int) '\\', "\\textbackslash{}"),
            Map.entry((int) '{', "\\{"),
            Map.entry((int) '}', "\\}"),
            Map.entry((int) '$', "\\$"),
            Map.entry((int) '&', "\\&"),
            Map.entry((int) '#', "\\#"),
            Map.entry((int) '_', "\\_"),
            Map.entry((int) '%', "\\%"),
            Map.entry((int) '~', "\\textasciitilde{}"),
            Map.entry((int) '^', "\\textasciicircum{}"));

    private final String mediaType;
    private final String suffix;

    CitationFormat(String mediaType, String suffix) {
        this.mediaType = mediaType;
        this.suffix = suffix;
    }

    /**
     * Writes a citation.
     *
     * @param accessed the day on which the thing was read
     */
    public abstract String write(Citation citation, LocalDate accessed);

    /** Returns the value of the parameter {@code cite}, which is also the end of the message key. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the format with a code. */
    public static Optional<CitationFormat> coded(String code) {
        return Stream.of(values()).filter(format -> format.code().equals(code)).findFirst();
    }

    /** Returns the codes of all formats. */
    public static String codes() {
        return Stream.of(values()).map(CitationFormat::code).collect(Collectors.joining(", "));
    }

    /** Returns the media type without parameters. */
    public String mediaType() {
        return mediaType;
    }

    /** Returns the name of a file with a citation. */
    public String fileName(Citation citation) {
        return key(citation) + "." + suffix;
    }

    /** Returns a key of Latin letters, digits and hyphens: the last two segments of the path of the address. */
    static String key(Citation citation) {
        String path = citation.address().replaceFirst("[?#].*", "");
        List<String> segments = Arrays.stream(path.split("/"))
                .map(segment -> segment.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", ""))
                .filter(segment -> !segment.isEmpty())
                .toList();
        return segments.isEmpty()
                ? "torchgraph"
                : String.join("-", segments.subList(Math.max(0, segments.size() - 2), segments.size()));
    }
}
