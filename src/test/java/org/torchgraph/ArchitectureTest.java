package org.torchgraph;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.torchgraph.rdf.TripleSource;

/** The rules of the house; docs/architecture.md tells them in words. */
@AnalyzeClasses(packages = "org.torchgraph", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    /** A package uses only packages before it. */
    private static final List<String> ORDER = List.of(
            "messages",
            "http",
            "rdf",
            "routes",
            "publication",
            "query",
            "dataset",
            "model",
            "search",
            "question",
            "check",
            "export",
            "site",
            "server",
            "draft",
            "cli");

    private static final int MAX_FILES_WITH_GRAPHS = 20;

    @ArchTest
    static final ArchRule data_flows_one_way = oneWay();

    @ArchTest
    static final ArchRule packages_do_not_lean_on_each_other =
            slices().matching("org.torchgraph.(**)").should().beFreeOfCycles();

    @ArchTest
    static void no_class_name_is_used_twice(JavaClasses all) {
        assertThat(all.stream()
                        .filter(type -> !type.isAnonymousClass()
                                && !type.isLocalClass()
                                && !type.getSimpleName().equals("package-info"))
                        .filter(type -> !type.getPackageName().startsWith("org.torchgraph.site.templates"))
                        .collect(groupingBy(JavaClass::getSimpleName, counting())))
                .allSatisfy((name, classes) -> assertThat(classes).as(name).isEqualTo(1));
    }

    @ArchTest
    static void exceptions_end_in_exception(JavaClasses all) {
        assertThat(all.stream().filter(type -> type.isAssignableTo(Throwable.class)))
                .allSatisfy(type -> assertThat(type.getSimpleName()).endsWith("Exception"));
    }

    @ArchTest
    static final ArchRule messages_and_http_know_no_rdf = noClasses()
            .that()
            .resideInAnyPackage("org.torchgraph.messages..", "org.torchgraph.http..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.jena..", "jakarta.servlet..", "org.eclipse.jetty..");

    @ArchTest
    static final ArchRule pages_read_values_of_the_model_and_no_triples = noClasses()
            .that()
            .resideInAPackage("org.torchgraph.site..")
            .should()
            .dependOnClassesThat(JavaClass.Predicates.resideInAnyPackage("org.torchgraph.dataset..")
                    .or(JavaClass.Predicates.assignableTo(Graph.class))
                    .or(JavaClass.Predicates.assignableTo(DatasetGraph.class))
                    .or(JavaClass.Predicates.assignableTo(TripleSource.class)));

    @ArchTest
    static final ArchRule only_the_server_knows_fuseki_and_jetty = noClasses()
            .that()
            .resideOutsideOfPackage("org.torchgraph.server..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.jena.fuseki..", "org.eclipse.jetty..", "jakarta.servlet..");

    @ArchTest
    static final ArchRule routes_know_neither_fuseki_nor_jetty = noClasses()
            .that()
            .resideInAPackage("org.torchgraph.server.*..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.jena.fuseki..", "org.eclipse.jetty..");

    @ArchTest
    static final ArchRule datasets_of_jena_stay_behind_the_port = noClasses()
            .that()
            .resideOutsideOfPackage("org.torchgraph.dataset..")
            .should()
            .dependOnClassesThat(assignableTo(DatasetGraph.class).or(assignableTo(Txn.class)));

    @ArchTest
    static void few_classes_know_graphs_of_jena(JavaClasses all) {
        assertThat(all.stream()
                        .filter(type -> !type.getPackageName().startsWith("org.torchgraph.site.templates"))
                        .filter(type -> type.getDirectDependenciesFromSelf().stream()
                                .anyMatch(use -> use.getTargetClass().isEquivalentTo(Graph.class)))
                        .map(type -> type.getName().replaceFirst("\\$.*", ""))
                        .distinct())
                .hasSizeLessThanOrEqualTo(MAX_FILES_WITH_GRAPHS);
    }

    @ArchTest
    static final ArchRule only_main_ends_the_program =
            noClasses().that().doNotHaveSimpleName("Main").should().callMethod(System.class, "exit", int.class);

    @ArchTest
    static final ArchRule names_say_what_a_thing_is =
            classes().should().haveNameNotMatching(".*(Util|Utils|Manager|Helper|Impl)$");

    private static ArchRule oneWay() {
        LayeredArchitecture layers = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (String name : ORDER) {
            layers = layers.layer(name).definedBy("org.torchgraph." + name + "..");
        }
        for (int i = 0; i < ORDER.size(); i++) {
            String[] later = ORDER.subList(i + 1, ORDER.size()).toArray(String[]::new);
            layers = later.length == 0
                    ? layers.whereLayer(ORDER.get(i)).mayNotBeAccessedByAnyLayer()
                    : layers.whereLayer(ORDER.get(i)).mayOnlyBeAccessedByLayers(later);
        }
        return layers;
    }
}
