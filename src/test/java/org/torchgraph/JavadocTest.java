package org.torchgraph;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Checks that what other packages can use is documented. */
class JavadocTest {
    private static final Path MAIN = Path.of("src/main/java");

    @Test
    void each_public_class_and_method_has_a_first_sentence() throws IOException {
        assertThat(undocumented(MAIN)).isEmpty();
    }

    /** Returns the public classes and methods without javadoc, as {@code File.java:line name}. */
    private static List<String> undocumented(Path folder) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> paths = Files.walk(folder)) {
            List<Path> sources =
                    paths.filter(path -> path.toString().endsWith(".java")).toList();
            assertThat(sources).isNotEmpty();
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources));
            List<String> missing = new ArrayList<>();
            for (CompilationUnitTree unit : task.parse()) {
                new Scanner(unit, DocTrees.instance(task), missing).scan(unit, null);
            }
            return missing;
        }
    }

    /** Visits declarations that are public, and whose enclosing classes are. */
    private static final class Scanner extends TreePathScanner<Void, Void> {
        private final CompilationUnitTree unit;
        private final DocTrees trees;
        private final List<String> missing;

        Scanner(CompilationUnitTree unit, DocTrees trees, List<String> missing) {
            this.unit = unit;
            this.trees = trees;
            this.missing = missing;
        }

        @Override
        public Void visitClass(ClassTree type, Void none) {
            if (!isPublic(type.getModifiers().getFlags())) {
                return null;
            }
            require(type, type.getSimpleName().toString());
            return super.visitClass(type, none);
        }

        @Override
        public Void visitMethod(MethodTree method, Void none) {
            boolean overrides = method.getModifiers().getAnnotations().stream()
                    .anyMatch(annotation ->
                            annotation.getAnnotationType().toString().equals("Override"));
            boolean constructor = method.getReturnType() == null;
            if (isPublic(method.getModifiers().getFlags()) && !overrides && !constructor) {
                require(method, method.getName().toString());
            }
            return null;
        }

        private boolean isPublic(Set<Modifier> flags) {
            Tree parent = getCurrentPath().getParentPath().getLeaf();
            boolean inInterface = parent.getKind() == Tree.Kind.INTERFACE && !flags.contains(Modifier.PRIVATE);
            return inInterface || flags.contains(Modifier.PUBLIC);
        }

        private void require(Tree declaration, String name) {
            DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
            if (comment == null || comment.getFirstSentence().isEmpty()) {
                long start = trees.getSourcePositions().getStartPosition(unit, declaration);
                missing.add(Path.of(unit.getSourceFile().getName()).getFileName() + ":"
                        + unit.getLineMap().getLineNumber(start) + " " + name);
            }
        }
    }
}
