package org.torchgraph.publication;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.langtagx.LangTagX;
import org.torchgraph.messages.CataloguePattern;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.InterfaceLanguages;
import org.torchgraph.messages.Language;
import org.torchgraph.messages.Message;

/**
 * The files of {@code messages/}, each with the words of the pages in a language that the program lacks, or with other
 * words in one that it has.
 *
 * @param languages one for each file
 * @param contents the files by path
 * @param faults what is wrong with them, by line; such a text is left out
 */
record MessageFiles(List<Language> languages, SortedMap<String, byte[]> contents, List<Fault> faults) {
    static final String FOLDER = "messages";

    private static final String BEGINNING = FOLDER + "/messages_";
    private static final String ENDING = ".properties";

    /** Returns the path of the file of a language. */
    static String path(Language language) {
        return BEGINNING + language.code() + ENDING;
    }

    /** @param root folder of the publication */
    static MessageFiles read(Path root) {
        MessageFiles files = new MessageFiles(new ArrayList<>(), new TreeMap<>(), new ArrayList<>());
        PublicationFile.below(root, FOLDER).forEach(files::add);
        return files;
    }

    private void add(PublicationFile file) {
        Optional<String> code = code(file.file());
        if (code.isEmpty()) {
            faults.add(Fault.of(Location.in(file.file()), Code.CATALOGUE_NAME));
            return;
        }
        String written = LangTagX.formatLanguageTag(code.get());
        if (!written.equals(code.get())) {
            faults.add(Fault.of(Location.in(file.file()), Code.CATALOGUE_CASE, BEGINNING + written + ENDING));
            return;
        }
        try {
            byte[] content = file.bytes();
            contents.put(file.file(), content);
            file.brokenEncoding(content).ifPresentOrElse(faults::add, () -> {
                Map<String, String> texts = texts(file.file(), new String(content, StandardCharsets.UTF_8));
                Language otherwise =
                        InterfaceLanguages.BUNDLED.coded(code.get()).orElse(Language.EN);
                languages.add(Language.of(code.get(), texts, otherwise));
            });
        } catch (IOException unreadable) {
            faults.add(
                    Fault.of(Location.in(file.file()), Code.FILE_UNREADABLE, String.valueOf(unreadable.getMessage())));
        }
    }

    private static Optional<String> code(String file) {
        return Optional.of(file)
                .filter(name -> name.startsWith(BEGINNING) && name.endsWith(ENDING))
                .map(name -> name.substring(BEGINNING.length(), name.length() - ENDING.length()))
                .filter(LangTagX::checkLanguageTag);
    }

    private Map<String, String> texts(String file, String content) {
        Map<String, String> texts = new HashMap<>();
        List<String> lines = content.lines().toList();
        int end;
        for (int at = 0; at < lines.size(); at = end) {
            end = at + 1;
            while (end < lines.size() && isContinued(lines.subList(at, end))) {
                end++;
            }
            Location place = new Location(file, at + 1L, 0);
            Properties entry = new Properties();
            try {
                entry.load(new StringReader(String.join("\n", lines.subList(at, end))));
            } catch (IOException | IllegalArgumentException broken) {
                faults.add(Fault.of(place, Code.FILE_UNREADABLE, String.valueOf(broken.getMessage())));
            }
            for (String key : entry.stringPropertyNames()) {
                CataloguePattern text = new CataloguePattern(key, entry.getProperty(key));
                (text.isKnown() ? text.fault() : Optional.<Message>empty())
                        .ifPresentOrElse(
                                message -> faults.add(new Fault(place, message)), () -> texts.put(key, text.pattern()));
            }
        }
        return texts;
    }

    /** Returns whether the next line belongs to the same text: the last ends in a backslash that counts. */
    private static boolean isContinued(List<String> lines) {
        String first = lines.get(0).stripLeading();
        String last = lines.get(lines.size() - 1);
        int backslashes = 0;
        while (backslashes < last.length() && last.charAt(last.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return !first.startsWith("#") && !first.startsWith("!") && backslashes % 2 == 1;
    }
}
