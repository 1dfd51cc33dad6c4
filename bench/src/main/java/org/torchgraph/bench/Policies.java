package org.torchgraph.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * Made-up policies with issuers, goals and indicators, of which a number says how many. The same number gives the same
 * bytes.
 *
 * @param number how many policies
 */
record Policies(int number) {
    static final String BASE = "http://bench.example/";
    private static final String RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
    private static final String LABEL = "http://www.w3.org/2000/01/rdf-schema#label";
    private static final String DCT = "http://purl.org/dc/terms/";
    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";
    private static final String TERMS = BASE + "def#";
    private static final String[] WORDS = {
        "innovation",
        "zone",
        "reform",
        "green",
        "talent",
        "finance",
        "park",
        "export",
        "patent",
        "energy",
        "quality",
        "data"
    };
    private static final String[] CHARACTERS = {"创新", "园区", "改革", "绿色", "人才", "金融", "出口", "专利", "能源", "质量"};
    private static final String[] UNITS = {"percent", "tonne", "enterprise", "yuan"};

    int bodies() {
        return Math.max(25, number / 150);
    }

    int indicators() {
        return 400;
    }

    /** Writes a publication: a catalogue that says the base, and the policies as N-Triples. */
    void write(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(
                folder.resolve("data/catalog.ttl"),
                "<" + BASE + "dataset> <http://rdfs.org/ns/void#uriSpace> \"" + BASE + "\" ; <" + DCT
                        + "title> \"Made-up policies\"@en .\n");
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("data/policies.nt"))) {
            new Lines(out).all();
        }
    }

    private final class Lines {
        private final BufferedWriter out;
        private final Random random = new Random(number);

        Lines(BufferedWriter out) {
            this.out = out;
        }

        void all() throws IOException {
            for (String term : new String[] {
                "Policy",
                "Goal",
                "Body",
                "Indicator",
                "issuedBy",
                "follows",
                "states",
                "value",
                "unit",
                "due",
                "measuredBy",
                "topic",
                "number",
                "under"
            }) {
                literal("def#" + term, LABEL, term, "@en");
            }
            for (int topic = 0; topic < 12; topic++) {
                literal("id/topic/" + topic, LABEL, WORDS[topic], "@en");
            }
            for (int body = 0; body < bodies(); body++) {
                String it = "id/body/" + body;
                type(it, "Body");
                literal(it, LABEL, "Body " + body, "@en");
                literal(it, LABEL, "机构" + body, "@zh");
                if (body > 0) {
                    link(it, TERMS + "under", "id/body/" + random.nextInt(body));
                }
            }
            for (int indicator = 0; indicator < indicators(); indicator++) {
                String it = "id/indicator/" + indicator;
                type(it, "Indicator");
                literal(it, LABEL, "Indicator " + indicator, "@en");
                link(it, TERMS + "topic", "id/topic/" + indicator % 12);
            }
            for (int policy = 0; policy < number; policy++) {
                policy(policy);
            }
        }

        private void policy(int policy) throws IOException {
            String it = "id/policy/" + policy;
            int year = 1990 + random.nextInt(35);
            type(it, "Policy");
            literal(it, DCT + "title", words(WORDS, 5, " ") + " " + policy, "@en");
            literal(it, DCT + "title", words(CHARACTERS, 5, "") + policy, "@zh");
            literal(it, DCT + "abstract", words(CHARACTERS, 30, ""), "@zh");
            literal(
                    it,
                    DCT + "issued",
                    "%d-%02d-%02d".formatted(year, 1 + random.nextInt(12), 1 + random.nextInt(28)),
                    "^^<" + XSD + "date>");
            literal(it, TERMS + "number", "No. " + policy + " of " + year, "");
            for (int issuers = 1 + random.nextInt(3); issuers > 0; issuers--) {
                link(it, TERMS + "issuedBy", "id/body/" + random.nextInt(bodies()));
            }
            for (int before = policy == 0 ? 0 : random.nextInt(3); before > 0; before--) {
                link(it, TERMS + "follows", "id/policy/" + random.nextInt(Math.max(0, policy - 1500), policy));
            }
            for (int goal = 0; goal < 4; goal++) {
                goal(it, "id/goal/" + policy + "-" + goal, year);
            }
        }

        private void goal(String policy, String it, int year) throws IOException {
            link(policy, TERMS + "states", it);
            type(it, "Goal");
            literal(it, LABEL, words(WORDS, 3, " "), "@en");
            literal(it, TERMS + "due", Integer.toString(year + 1 + random.nextInt(15)), "^^<" + XSD + "gYear>");
            if (random.nextInt(10) < 6) {
                literal(
                        it,
                        TERMS + "value",
                        "%d.%02d".formatted(random.nextInt(200), random.nextInt(100)),
                        "^^<" + XSD + "decimal>");
                literal(it, TERMS + "unit", UNITS[random.nextInt(UNITS.length)], "");
            }
            if (random.nextInt(10) < 7) {
                link(it, TERMS + "measuredBy", "id/indicator/" + random.nextInt(indicators()));
            }
        }

        private String words(String[] from, int count, String between) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < count; i++) {
                text.append(i == 0 ? "" : between).append(from[random.nextInt(from.length)]);
            }
            return text.toString();
        }

        private void type(String it, String name) throws IOException {
            link(it, RDF_TYPE, "def#" + name);
        }

        private void link(String it, String property, String other) throws IOException {
            out.write("<" + BASE + it + "> <" + property + "> <" + BASE + other + "> .\n");
        }

        private void literal(String it, String property, String text, String kind) throws IOException {
            out.write("<" + BASE + it + "> <" + property + "> \"" + text + "\"" + kind + " .\n");
        }
    }
}
