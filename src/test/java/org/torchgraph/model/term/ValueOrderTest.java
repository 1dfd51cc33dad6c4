package org.torchgraph.model.term;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.sparql.util.NodeFactoryExtra;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValueOrderTest {
    private static final PrefixMap PREFIXES = PrefixMapFactory.create();

    static {
        PREFIXES.add("xsd", "http://www.w3.org/2001/XMLSchema#");
        PREFIXES.add("ex", "http://example.org/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1 2.5 9 10 1e3",
                "'-INF'^^xsd:double -1e300 -0.5 0 '0.1'^^xsd:float 1 'INF'^^xsd:double 'NaN'^^xsd:double",
                "'007'^^xsd:byte 8 '9'^^xsd:unsignedLong 123456789012345678901234567890 123456789012345678901234567891",
                "'-0044'^^xsd:gYear '-0043-03-15'^^xsd:date '0079'^^xsd:gYear '1999-12'^^xsd:gYearMonth '2000'^^xsd:gYear"
                        + " '2000-02-29'^^xsd:date '2000-03-01'^^xsd:date '12000-01-01'^^xsd:date",
                "'2021-02-03T04:00:00+08:00'^^xsd:dateTime '2021-02-02T23:00:00Z'^^xsd:dateTime '2021-02-03'^^xsd:date"
                        + " '2021-02-03T04:00:00'^^xsd:dateTime '2021-02-03T05:00:00.5Z'^^xsd:dateTime",
                "'2021-02-03+08:00'^^xsd:date '2021-02-03'^^xsd:date '2021-02-03-05:00'^^xsd:date",
                "'-P1D'^^xsd:duration 'PT1H'^^xsd:dayTimeDuration 'P1D'^^xsd:duration 'P1M'^^xsd:yearMonthDuration 'P1Y'^^xsd:duration",
                "ex:a ex:b 5 '2020'^^xsd:gYear 'P1D'^^xsd:duration 'ten'^^xsd:integer",
                "5 '2020'^^xsd:gYear '10' 'a'@en",
            })
    void values_stand_by_what_they_mean(String inOrder) {
        List<Node> wanted = Arrays.stream(inOrder.split(" "))
                .map(term -> NodeFactoryExtra.parseNode(term, PREFIXES))
                .toList();
        for (int seed = 0; seed < 20; seed++) {
            List<Node> mixed = new ArrayList<>(wanted);
            Collections.shuffle(mixed, new Random(seed));
            mixed.sort(ValueOrder.NODES);
            assertThat(mixed).isEqualTo(wanted);
        }
    }
}
