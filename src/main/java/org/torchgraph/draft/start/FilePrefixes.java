package org.torchgraph.draft.start;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.riot.system.StreamRDFBase;
import org.torchgraph.publication.PrefixTable;

/** The prefixes that files declare, beside the well-known ones. */
final class FilePrefixes {
    private FilePrefixes() {}

    /**
     * Returns the prefixes of a publication. Of two namespaces with one prefix the first has it, and of two prefixes of
     * one namespace the first is kept.
     *
     * @param files are valid
     * @param declared those that their statements declare, the well-known ones last
     */
    static PrefixMap of(List<Path> files, Stream<PrefixMap> declared) {
        Map<String, String> found = new TreeMap<>();
        for (Path file : files) {
            try {
                RDFParser.source(file)
                        .checking(false)
                        .errorHandler(ErrorHandlerFactory.errorHandlerSimple())
                        .parse(new StreamRDFBase() {
                            @Override
                            public void prefix(String prefix, String namespace) {
                                if (PrefixTable.isUsual(prefix, namespace) && !found.containsValue(namespace)) {
                                    found.putIfAbsent(prefix, namespace);
                                }
                            }
                        });
            } catch (RiotException onlyTheirRestIsMissing) {
                // The reader of publications mends what this parser does not.
            }
        }
        declared.forEach(table -> table.forEach((prefix, namespace) -> {
            if (!found.containsValue(namespace)) {
                found.putIfAbsent(prefix, namespace);
            }
        }));
        return PrefixMapFactory.create(found);
    }
}
