package org.torchgraph.content;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults in readings, bodies and names, put into a copy of this publication: each is found where it is written. */
class SeededReadingFaultsTest {
    @TempDir
    Path root;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    policies/2021-most-green-development-action-plan | rdf:predicate htz:baseline ; | rdf:predicate htz:outcome ; | this relation needs an htz:Claim
                    policies/2021-most-green-development-action-plan | rdf:predicate htz:populationShare ; | rdf:predicate htz:weight ; | this relation needs an htz:Claim
                    policies/2021-sichuan-high-quality-development | rdf:predicate htz:comparator ; | rdf:predicate htz:goalKind ; | this relation needs an htz:Claim
                    policies/2021-most-green-development-action-plan | a eli:LegalResource , htz:Policy ; | a htz:Policy ; | write a eli:LegalResource beside htz:Policy
                    policies/2021-most-green-development-action-plan | Green development action plan (2021) | Action plan for the green development of the zones (2021) | at most 16 characters in Chinese and 44 in English
                    policies/2020-state-council-high-quality-development | htz:principleKind <concept/principle-kind/core> ; | htz:scope <id/zone/zhongguancun> ; | a guiding principle has exactly one kind
                    organizations | htz:dutyFrom <id/org/most> ; | org:originalOrganization <id/org/most> ; | a mandate transfer is no org:ChangeEvent
                    organizations | org:originalOrganization <id/org/torch-centre-most> ;\\n    org:resultingOrganization <id/org/torch-centre-most> ; | org:originalOrganization <id/org/torch-centre-most> ;\\n    org:resultingOrganization <id/org/torch-centre-miit> ; | one body becomes another in one event
                    editorial/measures-2021 | htz:crosses <concept/crossing/scope> , <concept/crossing/time> ; | htz:crosses <concept/crossing/time> ; | the claim does not say so
                    editorial/instruments | rdf:predicate htz:policyInstrument ; | rdf:predicate htz:actionKind ; | this relation needs an htz:Claim
                    """)
    void a_fault_is_found(String file, String text, String other, String message) {
        String path = "data/" + file + ".ttl";
        new EditedCheckout(root).replace(path, lines(text), lines(other)).assertFound(path, message);
    }

    private static String lines(String text) {
        return text.replace("\\n", "\n");
    }
}
