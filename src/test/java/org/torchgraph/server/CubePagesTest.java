package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;

/** A data cube is shown by its structure, and a slice of it as a table and a chart. */
class CubePagesTest {
    @TempDir
    static Path root;

    @AutoClose
    static TestSite site;

    @BeforeAll
    static void start() {
        StringBuilder cube = new StringBuilder(
                """
                PREFIX qb: <http://purl.org/linked-data/cube#>
                PREFIX attribute: <http://purl.org/linked-data/sdmx/2009/attribute#>
                <harvest> a qb:DataSet ; rdfs:label "Harvest"@en ; qb:structure [
                    qb:component [ qb:dimension <p/year> ; qb:order 2 ] , [ qb:dimension <p/place> ; qb:order 1 ] ,
                        [ qb:measure <p/tonnes> ] , [ qb:attribute attribute:unitMeasure ] ] ;
                    attribute:unitMeasure "t" ; qb:slice <old> .
                <p/year> rdfs:label "year"@en . <p/place> rdfs:label "place"@en ; qb:codeList <places> .
                <p/tonnes> rdfs:label "tonnes"@en .
                <p/crop> a qb:DimensionProperty ; rdfs:label "crop"@en .
                <old> a qb:Slice ; <p/crop> <rye> ; <p/year> "1990"^^xsd:gYear ; qb:observation <sliced> .
                <sliced> a qb:Observation ; <p/place> <place/1> ; <p/tonnes> 4321 .
                <rye> rdfs:label "Rye"@en . <oats> rdfs:label "Oats"@en .
                <bare> a qb:DataSet ; rdfs:label "Bare"@en .
                <b/1> qb:dataSet <bare> ; <p/place> <place/1> ; <p/tonnes> 5 ; <p/note> "by hand"@en ; rdfs:label "one"@en .
                <b/2> qb:dataSet <bare> ; <p/place> <place/2> ; <p/tonnes> 7 .
                <nothing> a qb:DataSet ; rdfs:label "Nothing"@en .
                """);
        for (int place = 1; place <= 20; place++) {
            cube.append("<place/%d> rdfs:label \"Place %d\"@en .\n".formatted(place, place));
            for (int year = 2001; year <= 2020; year++) {
                for (String crop : new String[] {"rye", "oats"}) {
                    cube.append(
                            "<o/%1$d-%2$d-%3$s> a qb:Observation ; qb:dataSet <harvest> ; <p/place> <place/%1$d> ; <p/year> \"%2$d\"^^xsd:gYear ; <p/crop> <%3$s> ; <p/tonnes> %4$d .\n"
                                    .formatted(place, year, crop, place * year));
                }
            }
        }
        PublicationFolder.in(root).turtle("data/cube.ttl", cube.toString());
        site = TestSite.of(new PublicationFolder(root).read(), TestSite.seconds(20));
    }

    private static Element cube(String path) {
        HttpResponse<String> answer = site.get(path, "Accept", "text/html", "Accept-Language", "en");
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        Document page = Jsoup.parse(answer.body());
        return page.selectFirst("#view-cube");
    }

    @Test
    void the_structure_names_dimensions_measures_and_attributes_even_those_it_lacks() {
        Element structure = cube("/doc/harvest").selectFirst("details");
        assertThat(structure.select("tbody tr").eachText())
                .satisfiesExactly(
                        place -> assertThat(place).startsWith("place dimension 20"),
                        year -> assertThat(year).startsWith("year dimension 21"),
                        crop -> assertThat(crop).startsWith("crop found in the observations dimension 2"),
                        tonnes -> assertThat(tonnes).startsWith("tonnes measure"),
                        unit -> assertThat(unit).endsWith("attribute t"));
    }

    @Test
    void a_slice_is_a_table_and_a_chart_over_time() {
        Element cube = cube("/doc/harvest?dim-place=http%3A%2F%2Fexample.org%2Fplace%2F7&dim-crop=*&dim-year=*");
        assertThat(cube.select("> .scroll thead th").eachText())
                .contains("year", "crop", "tonnes")
                .doesNotContain("place");
        assertThat(cube.select("> .scroll tbody tr")).hasSize(40);
        assertThat(cube.select("> .scroll tbody tr").first().text()).contains("2001", "14,007");
        assertThat(cube.select("> .scroll tbody tr a").eachAttr("href")).contains("/doc/o/7-2001-rye");
        assertThat(cube.select("figure svg")).isNotEmpty();
        assertThat(cube.select("figure .legend li").eachText()).containsExactlyInAnyOrder("Oats", "Rye");
        assertThat(cube.select("select[name=dim-place] option[selected]").eachText())
                .containsExactly("Place 7");
    }

    @Test
    void one_year_is_a_chart_of_bars() {
        Element cube = cube("/doc/harvest?dim-place=*&dim-crop=http%3A%2F%2Fexample.org%2Frye&dim-year=2003");
        assertThat(cube.select("> .scroll tbody tr")).hasSize(20);
        assertThat(cube.select("ul.bars li")).hasSize(20);
    }

    @Test
    void what_a_slice_states_holds_for_its_observations() {
        Element cube = cube("/doc/harvest?dim-place=*&dim-crop=*&dim-year=1990");
        assertThat(cube.select("> .scroll tbody tr").eachText())
                .hasSize(1)
                .first()
                .asString()
                .contains("Place 1", "Rye", "4321");
    }

    @Test
    void without_values_a_slice_is_chosen_and_all_has_pages() {
        assertThat(cube("/doc/harvest").select("figure svg")).isNotEmpty();
        Element all = cube("/doc/harvest?dim-place=*&dim-crop=*&dim-year=*&rows=9");
        assertThat(all.select("> .scroll tbody tr")).hasSize(1);
        assertThat(all.text()).contains("801 of 801 observations");
    }

    @Test
    void a_cube_without_structure_is_read_from_its_observations() {
        Element cube = cube("/doc/bare");
        assertThat(cube.select("details tbody tr").eachText())
                .satisfiesExactly(
                        place -> assertThat(place).startsWith("place found in the observations dimension 2"),
                        tonnes -> assertThat(tonnes).startsWith("tonnes found in the observations measure"),
                        note -> assertThat(note).contains("found in the observations attribute"));
        assertThat(cube("/doc/nothing")).isNull();
    }

    @Test
    void a_value_that_no_observation_has_is_refused_and_values_that_do_not_meet_are_said_so() {
        HttpResponse<String> unknown = site.get("/doc/harvest?dim-year=1800", "Accept", "text/html");
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(Jsoup.parse(unknown.body()).text()).contains("1800");
        Element none = cube("/doc/harvest?dim-year=1990&dim-crop=http%3A%2F%2Fexample.org%2Foats");
        assertThat(none.text()).contains("No observation has these values");
        assertThat(none.select("> .scroll")).isEmpty();
        assertThat(site.get("/doc/harvest?rows=99", "Accept", "text/html").statusCode())
                .isEqualTo(404);
    }
}
