package org.torchgraph.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.torchgraph.dataset.Snapshot;
import org.torchgraph.dataset.memory.MemoryDataset;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.publication.Publication;
import org.torchgraph.publication.settings.Presentation;

/** Words to things, in a publication of the test's own: the program knows nothing of policies. */
class SearchTest {
    private static final String TURTLE =
            """
            <id/a> a ex:Act ; skos:prefLabel "国家高新区绿色发展方案"@zh-Hans , "Green Growth Plan for Zones"@en ; dct:issued "2021-01-29"^^xsd:date ;
                dct:identifier "国科发火〔2021〕28号" ; ex:by <id/most> ; ex:of <id/zones> .
            <id/b> a ex:Act ; skos:prefLabel "绿色发展"@zh-Hans , "green growth"@en ; dct:issued "2020"^^xsd:gYear .
            <id/c> a ex:Act ; skos:prefLabel "绿色发展纲要"@zh-Hans , "outline"@en ; dct:description "谈人才与金融的文件。"@zh-Hans .
            <id/d> a ex:Note ; skos:prefLabel "其他"@zh-Hans , "other"@en ; skos:altLabel "绿色发展的另一名称"@zh-Hans .
            <id/e> a ex:Note ; dct:title "论绿色发展"@zh-Hans ; skos:prefLabel "论文"@zh-Hans .
            <id/f> a ex:Note ; skos:prefLabel "附注"@zh-Hans ; dct:description "此处说到绿色发展。"@zh-Hans ; ex:code "AB-12" .
            <id/most> a ex:Body ; skos:prefLabel "科学技术部"@zh-Hans , "Ministry of Science and Technology"@en ; skos:altLabel "科技部"@zh-Hans , "MOST"@en .
            <id/zones> a ex:Group ; skos:prefLabel "国家高新区"@zh-Hans , "national high-tech zones"@en ;
                skos:hiddenLabel "高新区"@zh-Hans , "国家高新技术产业开发区"@zh-Hans .
            <id/old> a ex:Act ; skos:prefLabel "关于天津高新技术产业开发区的通知"@zh-Hans , "notice on Tianjin"@en ; dct:identifier "国发[1991]12号" .
            <id/new> a ex:Act ; skos:prefLabel "国家高新技术产业开发区名单"@zh-Hans , "list"@en .
            <id/le> skos:prefLabel "at most"@en ; skos:notation "<=" .
            <id/rain> a ex:Note ; skos:prefLabel "雨"@zh-Hans , "Rain"@en ; skos:editorialNote "unseen"@en .
            <id/a#part> a ex:Note ; skos:prefLabel "green growth, a part"@en .
            """;

    @TempDir
    private Path root;

    private Search search(String turtle) {
        return search(PublicationFolder.in(root).turtle("data/things.ttl", turtle));
    }

    private static Search search(PublicationFolder folder) {
        Publication publication = folder.read();
        return new Search(
                MemoryDataset.of(publication).snapshot(),
                PublicationFolder.BASE,
                publication.settings().presentation(),
                List.of());
    }

    private Hits find(String text) {
        return find(search(TURTLE), new SearchRequest(text, Map.of(), 1));
    }

    private static Hits find(Search search, SearchRequest wanted) {
        return search.find(wanted, Duration.ofMinutes(1)).orElseThrow();
    }

    private static List<String> names(Hits hits) {
        return hits.hits().stream()
                .map(hit -> hit.thing().getURI().replace(PublicationFolder.BASE + "id/", ""))
                .toList();
    }

    private static String marked(HighlightedText text) {
        return text.parts().stream()
                .map(part -> part.hit() ? "[" + part.text() + "]" : part.text())
                .collect(Collectors.joining());
    }

    @Test
    void the_whole_label_comes_first_then_its_beginning_a_part_of_it_other_names_titles_and_texts() {
        assertThat(names(find("绿色发展"))).containsExactly("b", "c", "a", "d", "e", "f");
        assertThat(names(find("green growth"))).containsExactly("b", "a", "a#part");
    }

    @Test
    void all_words_are_wanted_and_when_nothing_has_them_all_some() {
        Hits all = find("绿色发展 人才");
        assertThat(names(all)).containsExactly("c");
        assertThat(all.loose()).isFalse();
        Hits some = find("plan for unicorns");
        assertThat(names(some)).containsExactly("a");
        assertThat(some.loose()).isTrue();
        assertThat(find("unicorns").loose()).isFalse();
        assertThat(find("unicorns").total()).isZero();
    }

    @Test
    void when_nothing_has_all_words_those_with_most_come_and_it_is_told_which_they_lack() {
        Hits green = find("which plan of 绿色发展 for unicorns");
        assertThat(names(green)).containsExactly("a");
        assertThat(green.loose()).isTrue();
        assertThat(green.without()).containsExactly("unicorns");
        assertThat(green.hits().get(0).missing()).containsExactly("unicorns");
        // Not the same word is missing everywhere: none is said to be missing from all.
        Hits either = find("outline Tianjin");
        assertThat(names(either)).containsExactlyInAnyOrder("c", "old");
        assertThat(either.without()).isEmpty();
        assertThat(either.hits())
                .extracting(Hits.Hit::missing)
                .containsExactlyInAnyOrder(List.of("Tianjin"), List.of("outline"));
        assertThat(find("绿色发展").hits().get(0).missing()).isEmpty();
    }

    @Test
    void words_that_only_make_a_sentence_do_not_count() {
        assertThat(names(find("绿色发展的人才"))).containsExactly("c");
        assertThat(find("绿色发展的人才").loose()).isFalse();
        assertThat(names(find("which plan was of 2021年"))).containsExactly("a");
        assertThat(find("which plan was of 2021年").loose()).isFalse();
        // In quotation marks, and alone, they do.
        assertThat(find("\"绿色发展的人才\"").loose()).isTrue();
        assertThat(names(find("的"))).contains("d").doesNotContain("b");
        // A number of another length is no year.
        assertThat(find("12021年").total()).isZero();
    }

    @Test
    void things_of_a_class_that_comes_late_follow_those_whose_names_begin_alike_but_not_when_meant_alone() {
        PublicationFolder folder = PublicationFolder.in(root)
                .turtle(
                        "data/things.ttl",
                        """
                        <id/act> a ex:Act ; skos:prefLabel "绿色发展方案"@zh-Hans .
                        <id/a-note> a ex:Note ; skos:prefLabel "绿色发展的报道"@zh-Hans .
                        """);
        SearchRequest beginning = new SearchRequest("绿色", Map.of(), 1);
        assertThat(names(find(search(folder), beginning))).containsExactly("a-note", "act");
        folder.turtle(
                "ontology/facets.ttl",
                """
                <facet/class> a sh:PropertyShape ; sh:path rdf:type .
                <facet/late> a sh:NodeShape ; sh:targetClass ex:Note .
                """);
        Search late = search(folder);
        assertThat(names(find(late, beginning))).containsExactly("act", "a-note");
        assertThat(names(find(late, new SearchRequest("绿色发展的报道", Map.of(), 1)))).startsWith("a-note");
        assertThat(late.facets()).extracting(Facet::name).containsExactly("class");
    }

    @Test
    void things_of_the_first_kind_whose_names_have_the_words_come_after_whole_names_and_before_all_others() {
        PublicationFolder folder = PublicationFolder.in(root)
                .turtle(
                        "data/things.ttl",
                        """
                        <id/goal> a ex:Goal ; skos:prefLabel "water for all"@en .
                        <id/law> a ex:Law ; skos:prefLabel "Third Act on the Use and the Care of Water"@en .
                        <id/plan> a ex:Plan ; skos:prefLabel "care of water"@en .
                        <id/mention> a ex:Law ; skos:prefLabel "Act on Air"@en ; dct:description "Not on water."@en .
                        <id/name> a ex:Goal ; skos:prefLabel "H2O"@en ; skos:altLabel "Water"@en .
                        """);
        SearchRequest water = new SearchRequest("water", Map.of(), 1);
        assertThat(names(find(search(folder), water))).containsExactly("name", "goal", "plan", "law", "mention");
        folder.turtle(
                "site.ttl",
                """
                PREFIX site: <https://w3id.org/torchgraph/site#>
                [] a site:Settings ; site:kind
                  [ site:order 1 ; site:symbol "square" ; site:colour "blue" ; site:class ex:Law ] ,
                  [ site:order 2 ; site:symbol "circle" ; site:colour "grey" ; site:class ex:Plan ] .
                """);
        assertThat(names(find(search(folder), water))).containsExactly("name", "law", "goal", "plan", "mention");
    }

    @Test
    void a_thing_is_found_by_the_names_of_what_it_belongs_to_after_those_that_are_so_named_themselves() {
        PublicationFolder folder = PublicationFolder.in(root)
                .turtle(
                        "data/things.ttl",
                        """
                        <id/wales> a ex:Country ; skos:prefLabel "Wales"@en , "威尔士"@zh-Hans ; skos:hiddenLabel "Cymru" ; ex:in <id/cardiff> .
                        <id/cardiff> a ex:Town ; skos:prefLabel "Cardiff"@en ; ex:in <id/wales> .
                        <id/paper> a ex:Paper ; skos:prefLabel "The Times"@en ; dct:description "It writes of Wales."@en .
                        <id/prince> a ex:Ship ; skos:prefLabel "the ship Prince of Wales"@en .
                        """);
        SearchRequest wales = new SearchRequest("Wales", Map.of(), 1);
        assertThat(names(find(search(folder), wales))).containsExactly("wales", "prince", "paper");
        folder.turtle(
                "site.ttl",
                """
                PREFIX site: <https://w3id.org/torchgraph/site#>
                [] a site:Settings ; site:search [ site:field "context" ; site:property ex:in ] .
                """);
        Search search = search(folder);
        Hits hits = find(search, wales);
        assertThat(names(hits)).containsExactly("wales", "prince", "cardiff", "paper");
        assertThat(hits.hits().get(2).matches())
                .extracting(match -> marked(match.marked()))
                .contains("[Wales]");
        assertThat(names(find(search, new SearchRequest("Cymru", Map.of(), 1)))).contains("cardiff");
        assertThat(suggested(search, "Wal")).containsExactlyInAnyOrder("wales", "prince");
    }

    private Search asking() {
        return new Search(
                MemoryDataset.of(PublicationFolder.in(root).read()).snapshot(),
                PublicationFolder.BASE,
                Presentation.DEFAULT,
                List.of(
                        new QuestionText(
                                "floods",
                                Map.of("en", "Floods in a year", "zh", "某年发生的洪水"),
                                List.of("One row for each river.", "1998"),
                                Optional.of("when")),
                        new QuestionText("rivers", Map.of("en", "Rivers by length"), List.of(), Optional.empty()),
                        new QuestionText("rain", Map.of("zh", "各地雨量"), List.of("between"), Optional.of("year"))));
    }

    private List<String> asked(String text) {
        return asking()
                .findQuestions(new SearchRequest(text, Map.of(), 1), Duration.ofMinutes(1))
                .orElseThrow()
                .stream()
                .map(hit -> hit.name() + hit.values())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "floods of 1931, floods{when=1931}",
        "1931年发生的洪水, floods{when=1931}",
        "flood, floods{}",
        "洪水, floods{}",
        "雨量 2020, rain{year=2020}",
        "rivers by length, rivers{}"
    })
    void a_question_is_found_by_most_of_its_words_and_takes_the_year_that_is_typed(String text, String question) {
        assertThat(asked(text)).containsExactly(question);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1931", "drought 1931", "length 1931", "", "?", "floods, droughts, frosts and storms"})
    void a_year_alone_or_the_smaller_part_of_the_words_finds_no_question(String text) {
        assertThat(asked(text)).isEmpty();
    }

    @Test
    void a_match_in_the_title_of_a_question_counts_for_more_than_one_in_its_description() {
        assertThat(asked("river")).containsExactly("rivers{}", "floods{}");
    }

    @Test
    void questions_stand_on_the_first_page_and_not_among_things_that_are_filtered() {
        Search search = asking();
        for (SearchRequest none : List.of(
                new SearchRequest("flood", Map.of(), 2), new SearchRequest("flood", Map.of("year", Set.of("1")), 1))) {
            assertThat(search.findQuestions(none, Duration.ofMinutes(1)).orElseThrow())
                    .isEmpty();
        }
    }

    @Test
    void suggested_questions_have_all_words_in_their_titles_and_the_last_may_go_on() {
        Search search = asking();
        Function<String, List<String>> suggested =
                text -> search.suggestQuestions(text, Duration.ofMinutes(1)).orElseThrow().stream()
                        .map(hit -> marked(hit.titles().get("en")))
                        .toList();
        assertThat(suggested.apply("floods in 19")).isEmpty();
        assertThat(suggested.apply("riv")).containsExactly("[Rivers] by length");
        assertThat(suggested.apply("flo")).containsExactly("[Floods] in a year");
        assertThat(suggested.apply("floods 1931")).containsExactly("[Floods] in a year");
        assertThat(suggested.apply("flood lengt")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"雨, rain", "部, most", "rains, rain", "RAIN, rain", "Ｒａｉｎ, rain", "zone, a", "天津高新, old"})
    void one_character_other_endings_case_and_width_are_found(String text, String first) {
        assertThat(names(find(text))).contains(first);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "国科发火〔2021〕28号",
                "国科发火[2021]28号",
                "国科发火（2021）28号",
                "国科发火(2021)28号",
                "国科发火【2021】28号",
                "国科发火202128号",
                "国科发火 2021 28 号",
                "国科发火〔２０２１〕２８号",
                "2021〔28〕",
                "〔2021〕28号"
            })
    void a_number_is_found_whichever_brackets_are_typed(String number) {
        assertThat(names(find(number))).containsExactly("a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://example.org/id/a", "id/a", "ID/A"})
    void an_iri_or_its_end_is_found(String iri) {
        assertThat(names(find(iri))).startsWith("a");
    }

    @Test
    void names_of_one_thing_stand_for_one_another() {
        Set<String> zones = Set.copyOf(names(find("高新区")));
        assertThat(zones).contains("a", "zones", "new").doesNotContain("rain", "b");
        assertThat(Set.copyOf(names(find("国家高新技术产业开发区")))).isEqualTo(zones);
        assertThat(find("高新区").also()).contains("国家高新技术产业开发区");
        assertThat(names(find("科技部"))).containsExactly("most");
        assertThat(names(find("Ministry of Science and Technology"))).containsExactly("most");
        assertThat(names(find("MOST"))).contains("most");
        assertThat(find("绿色").also()).isEmpty();
    }

    @Test
    void a_word_inside_a_longer_text_has_its_synonyms_too() {
        assertThat(names(find("高新区绿色"))).containsExactly("a");
        assertThat(names(find("国家高新技术产业开发区绿色"))).containsExactly("a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "(",
                "[",
                "[a TO",
                "绿色 AND",
                "NOT",
                "a:b",
                "*",
                "?",
                "绿*",
                "~2",
                "\\",
                "+-",
                "&&",
                "^",
                "}{",
                "\u0000",
                "\uD83D",
                "lang:en",
                "label:绿色",
                "//",
                "'; --",
                "“",
                "。",
                "OR OR OR"
            })
    void no_character_is_syntax(String text) {
        assertThat(find(text).hits()).hasSizeLessThan(12);
    }

    @Test
    void a_name_of_signs_alone_is_no_name() {
        assertThat(find("plan unicorns <=").hits())
                .extracting(hit -> hit.thing().getURI())
                .noneMatch(iri -> iri.endsWith("le"));
    }

    @Test
    void a_star_does_not_match_all() {
        assertThat(find("*").total()).isZero();
        assertThat(find("绿*展").total()).isLessThan(11);
    }

    @Test
    void a_long_text_of_many_words_is_answered() {
        String words = IntStream.range(0, 100).mapToObj(i -> "a" + i % 10).collect(Collectors.joining(" "));
        assertThat(find(words.substring(0, SearchRequest.MAX_CHARACTERS)).total())
                .isZero();
        assertThat(find("高新区".repeat(66)).total()).isPositive();
    }

    @Test
    void matches_are_marked_where_they_stand() {
        Hits.Hit first = find("绿色发展 zones").hits().get(0);
        assertThat(first.names())
                .extracting(name -> marked(name.marked()))
                .containsExactlyInAnyOrder("国家高新区[绿色发展]方案", "Green Growth Plan for [Zones]");
        Hits.Hit text = find("金融").hits().get(0);
        assertThat(text.matches()).extracting(match -> marked(match.marked())).containsExactly("谈人才与[金融]的文件。");
    }

    @Test
    void a_text_of_a_megabyte_is_cut_round_its_match() {
        String filler = "x ".repeat(5_000);
        Search search = search("<id/long> skos:prefLabel \"" + "长".repeat(500_000) + "\"@zh ; dct:description \""
                + filler + " needle " + "y ".repeat(500_000) + "\"@en .");
        Hits hits = find(search, new SearchRequest("needle", Map.of(), 1));
        Hits.MatchedText match = hits.hits().get(0).matches().get(0);
        assertThat(marked(match.marked()))
                .hasSizeLessThan(200)
                .contains("[needle]")
                .startsWith("…")
                .endsWith("…");
        assertThat(marked(hits.hits().get(0).names().get(0).marked())).hasSizeLessThan(400);
    }

    @Test
    void any_other_text_is_searched_but_not_the_notes_of_editors() {
        assertThat(names(find("AB-12"))).containsExactly("f");
        assertThat(find("unseen").total()).isZero();
    }

    @Test
    void hits_are_counted_by_class_and_year_when_the_publication_says_nothing() {
        Hits hits = find("绿色发展");
        Map<String, Map<String, Integer>> counts = hits.counts().entrySet().stream()
                .collect(Collectors.toMap(facet -> facet.getKey().name(), facet -> facet.getValue().stream()
                        .collect(Collectors.toMap(
                                count -> count.value().toString().replaceAll(".*#", ""), Hits.FacetCount::things))));
        assertThat(counts.get("class")).isEqualTo(Map.of("Act", 3, "Note", 3));
        assertThat(hits.counts().keySet()).extracting(Facet::name).containsExactly("class", "year");
        assertThat(counts.get("year").values()).containsExactlyInAnyOrder(1, 1);
    }

    @Test
    void a_filter_keeps_what_has_its_value_and_leaves_its_own_counts() {
        String act = "def#Act";
        String year = "2021";
        Search search = search(TURTLE);
        Hits acts = find(search, new SearchRequest("绿色发展", Map.of("class", Set.of(act)), 1));
        assertThat(names(acts)).containsExactly("b", "c", "a");
        assertThat(acts.counts().get(search.facets().get(0)))
                .extracting(Hits.FacetCount::things)
                .containsExactly(3, 3);
        Hits both = find(search, new SearchRequest("绿色发展", Map.of("class", Set.of(act), "year", Set.of(year)), 1));
        assertThat(names(both)).containsExactly("a");
        assertThat(names(find(search, new SearchRequest("", Map.of("year", Set.of(year)), 1))))
                .containsExactly("a");
    }

    @Test
    void the_publication_says_what_can_be_filtered_by() {
        PublicationFolder folder = PublicationFolder.in(root)
                .turtle("data/things.ttl", TURTLE)
                .turtle(
                        "ontology/facets.ttl",
                        """
                        <facet/by> a sh:PropertyShape ; sh:name "by"@en ; sh:order 2 ; sh:path ex:by .
                        <facet/group> a sh:PropertyShape ; sh:order 1 ; sh:path ( ex:of skos:prefLabel ) .
                        <facet/broken> a sh:PropertyShape ; sh:order 3 .
                        """);
        Search search = search(folder);
        assertThat(search.facets()).extracting(Facet::name).containsExactly("group", "by");
        Hits hits = find(search, new SearchRequest("科技部", Map.of(), 1));
        assertThat(hits.counts().get(search.facets().get(1)))
                .extracting(Hits.FacetCount::things)
                .containsExactly(1);
        assertThat(hits.counts().get(search.facets().get(0))).hasSize(2);
    }

    @Test
    void pages_follow_one_another_without_loss_and_the_same_each_time() {
        String many = IntStream.range(0, 45)
                .mapToObj(i -> "<id/n%02d> skos:prefLabel \"thing\"@en .".formatted(44 - i))
                .collect(Collectors.joining("\n"));
        Search search = search(many);
        List<String> all = new ArrayList<>();
        for (int page = 1; page <= 3; page++) {
            Hits hits = find(search, new SearchRequest("thing", Map.of(), page));
            assertThat(hits.pages()).isEqualTo(3);
            all.addAll(names(hits));
        }
        assertThat(all).hasSize(45).isSorted().doesNotHaveDuplicates();
        assertThat(find(search, new SearchRequest("thing", Map.of(), Integer.MAX_VALUE))
                        .hasPage())
                .isFalse();
    }

    @Test
    void suggestions_are_of_names_whose_last_word_may_go_on() {
        Search search = search(TURTLE);
        assertThat(suggested(search, "gre")).containsExactly("a", "b", "a#part");
        assertThat(suggested(search, "green gro")).containsExactly("b", "a", "a#part");
        assertThat(suggested(search, "绿色发")).startsWith("b", "c", "a").doesNotContain("f");
        assertThat(suggested(search, "国科发火[2021]2")).containsExactly("a");
        assertThat(suggested(search, "green xyz")).isEmpty();
        assertThat(search.suggest("gre", Duration.ofMinutes(1))
                        .orElseThrow()
                        .get(0)
                        .names())
                .extracting(name -> marked(name.marked()))
                .contains("[Green] Growth Plan for Zones");
    }

    private static List<String> suggested(Search search, String text) {
        return search.suggest(text, Duration.ofMinutes(1)).orElseThrow().stream()
                .map(hit -> hit.thing().getURI().replace(PublicationFolder.BASE + "id/", ""))
                .toList();
    }

    @Test
    void a_search_before_the_index_is_ready_is_not_kept_waiting_for_ever() {
        CountDownLatch asked = new CountDownLatch(1);
        Snapshot whole = MemoryDataset.of(PublicationFolder.in(root)
                        .turtle("data/things.ttl", TURTLE)
                        .read())
                .snapshot();
        Snapshot slow = (Snapshot) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Snapshot.class}, (proxy, method, arguments) -> {
                    if (Thread.currentThread().getName().equals("search index")) {
                        asked.await();
                    }
                    return method.invoke(whole, arguments);
                });
        Search search = new Search(slow, PublicationFolder.BASE, Presentation.DEFAULT, List.of());
        assertThat(search.find(new SearchRequest("绿色", Map.of(), 1), Duration.ZERO))
                .isEmpty();
        asked.countDown();
        assertThat(search.find(new SearchRequest("绿色", Map.of(), 1), Duration.ofMinutes(1)))
                .isPresent();
    }

    @Test
    void an_empty_publication_has_an_empty_index() {
        Search search = search(PublicationFolder.in(root));
        assertThat(find(search, new SearchRequest("x", Map.of(), 1)).hits()).isEmpty();
        assertThat(search.suggest("x", Duration.ofMinutes(1)).orElseThrow()).isEmpty();
    }
}
