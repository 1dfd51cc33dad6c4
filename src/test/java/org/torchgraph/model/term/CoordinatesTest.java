package org.torchgraph.model.term;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Coordinates as data state them. */
class CoordinatesTest {
    private static final String PREFIXES =
            """
            PREFIX geo: <http://www.w3.org/2003/01/geo/wgs84_pos#>
            PREFIX gsp: <http://www.opengis.net/ont/geosparql#>
            PREFIX schema: <https://schema.org/>
            PREFIX georss: <http://www.georss.org/georss/>
            PREFIX vcard: <http://www.w3.org/2006/vcard/ns#>
            PREFIX ex: <http://example.org/>
            """;

    private static List<Coordinates> of(String turtle) {
        return Coordinates.in(RDFParser.fromString(PREFIXES + turtle, Lang.TURTLE).toGraph().stream()
                .toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ex:a geo:lat 48.10 ; geo:long 11.5 | geo:48.1,11.5",
                "ex:a geo:lat \"+48.10\"^^ex:float ; geo:long \" -011.5 \" | geo:48.1,-11.5",
                "ex:a geo:lat 0.0 ; geo:long 1.15E1 | geo:0,11.5",
                "ex:a schema:geo [ schema:latitude 48.1 ; schema:longitude \"11.5\" ] | geo:48.1,11.5",
                "ex:a geo:lat_long \"48.1,11.5\" | geo:48.1,11.5",
                "ex:a georss:point \"48.1 11.5\" | geo:48.1,11.5",
                "ex:a gsp:asWKT \"POINT(11.5 48.1)\"^^gsp:wktLiteral | geo:48.1,11.5",
                "ex:a ex:where \"point ( 11.5  48.1 )\"^^gsp:wktLiteral | geo:48.1,11.5",
                "ex:a gsp:asWKT \"<http://www.opengis.net/def/crs/OGC/1.3/CRS84> POINT(11.5 48.1)\" | geo:48.1,11.5",
                "ex:a gsp:asWKT \"<http://www.opengis.net/def/crs/EPSG/0/4326> POINT(48.1 11.5)\" | geo:48.1,11.5",
                "ex:a vcard:hasGeo <geo:48.1,11.5;u=35> | geo:48.1,11.5",
            })
    void a_point_is_read(String turtle, String uri) {
        assertThat(of(turtle + " .")).extracting(Coordinates::uri).containsExactly(uri);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ex:a geo:lat 48.1",
                "ex:a geo:lat 91 ; geo:long 11.5",
                "ex:a geo:lat 48 ; geo:long 181",
                "ex:a geo:lat \"north\" ; geo:long 11.5",
                "ex:a geo:lat 1e400000000 ; geo:long 11.5",
                "ex:a geo:lat 1e-400000000 ; geo:long 11.5",
                "ex:a geo:lat 48 , 49 ; geo:long 11.5",
                "ex:a geo:lat 48 . ex:b geo:long 11.5",
                "ex:a geo:lat 48 ; schema:longitude 11.5",
                "ex:a gsp:asWKT \"POLYGON((0 0, 1 0, 1 1, 0 0))\"^^gsp:wktLiteral",
                "ex:a gsp:asWKT \"POINT EMPTY\"^^gsp:wktLiteral",
                "ex:a gsp:asWKT \"POINT(\"^^gsp:wktLiteral",
                "ex:a gsp:asWKT \"<http://www.opengis.net/def/crs/EPSG/0/3857> POINT(11.5 48.1)\"^^gsp:wktLiteral",
                "ex:a gsp:asWKT \"<http://www.opengis.net POINT(11.5 48.1)\"^^gsp:wktLiteral",
                "ex:a georss:point \"48.1\"",
                "ex:a ex:p <geo:here>",
                "ex:a ex:p \"POINT(11.5 48.1)\"",
            })
    void what_is_no_point_is_passed_over(String turtle) {
        assertThat(of(turtle + " .")).isEmpty();
    }

    @Test
    void equal_points_are_one() {
        assertThat(of("ex:a geo:lat 48.1 ; geo:long 11.5 ; georss:point \"48.10 11.50\" ; geo:lat_long \"1,2\" ."))
                .hasSize(2);
    }

    @Test
    void the_map_is_at_the_point() {
        assertThat(new Coordinates("48.1", "11.5").map())
                .isEqualTo("https://www.openstreetmap.org/?mlat=48.1&mlon=11.5#map=14/48.1/11.5");
    }
}
