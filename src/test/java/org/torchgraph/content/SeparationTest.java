package org.torchgraph.content;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.torchgraph.kit.Checkout;

/**
 * Tests of the program do not read the publication of this repository, so that an edit of it turns none of them red;
 * and no test closes by hand what its methods share.
 */
@AnalyzeClasses(packages = "org.torchgraph")
class SeparationTest {
    private static final Pattern READ =
            Pattern.compile("Path\\.of\\(\"(?:\\.?\"|\\./|data\\b|queries\\b|ontology\\b)|\"--publication\", \"\\.\"");

    @ArchTest
    static final ArchRule only_tests_of_content_and_documentation_use_the_checkout = noClasses()
            .that()
            .resideOutsideOfPackages("org.torchgraph.content", "org.torchgraph.docs")
            .and()
            .doNotBelongToAnyOf(Checkout.class)
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Checkout.class);

    @ArchTest
    static final ArchRule junit_closes_what_the_methods_of_a_class_share = fields().that()
            .areStatic()
            .and()
            .areDeclaredInClassesThat()
            .haveSimpleNameEndingWith("Test")
            .and()
            .haveRawType(resideInAPackage("org.torchgraph..").and(assignableTo(AutoCloseable.class)))
            .should()
            .beAnnotatedWith(AutoClose.class);

    @Test
    void no_other_test_names_a_folder_of_the_publication() throws IOException {
        Path tests = Path.of("src/test/java/org/torchgraph");
        try (Stream<Path> files = Files.walk(tests)) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> Stream.of("content", "docs", "kit/Checkout.java")
                                    .noneMatch(own -> file.startsWith(tests.resolve(own))))
                            .filter(file -> READ.matcher(text(file)).find()))
                    .isEmpty();
        }
    }

    @Test
    void the_folders_are_told_from_others() {
        assertThat(List.of(
                        "Path.of(\"\")",
                        "Path.of(\".\")",
                        "Path.of(\"data/zones.ttl\")",
                        "Path.of(\"ontology/rules\")"))
                .allMatch(text -> READ.matcher(text).find());
        assertThat(List.of("Path.of(\"docs/http.md\")", "Path.of(\"ontologies\")", "Path.of(\"database\")"))
                .noneMatch(text -> READ.matcher(text).find());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
