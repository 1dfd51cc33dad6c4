package org.torchgraph;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Checks that what other packages can use is documented. */
class JavadocTest {
    private static final Path MAIN = Path.of("src/main/java");

    /** The third person, "Returns". */
    private static final Pattern VERB = Pattern.compile("[A-Z][a-z]+s\\b");

    @Test
    void each_public_class_and_method_has_a_first_sentence() throws IOException {
        assertThat(found(MAIN).undocumented()).isEmpty();
    }

    @Test
    void first_sentence_of_each_method_begins_with_a_verb() throws IOException {
        assertThat(found(MAIN).verbless()).isEmpty();
    }

    /**
     * Declarations, as {@code File.java:line name}.
     *
     * @param undocumented public classes and methods without javadoc
     * @param verbless methods whose javadoc does not begin as "Returns" does
     */
    private record Found(List<String> undocumented, List<String> verbless) {}

    private static Found found(Path folder) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> paths = Files.walk(folder)) {
            List<Path> sources =
                    paths.filter(path -> path.toString().endsWith(".java")).toList();
            assertThat(sources).isNotEmpty();
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources));
            Found found = new Found(new ArrayList<>(), new ArrayList<>());
            for (CompilationUnitTree unit : task.parse()) {
                new Scanner(unit, DocTrees.instance(task), found).scan(unit, null);
            }
            return found;
        }
    }

    /** Visits all classes and methods. */
    private static final class Scanner extends TreePathScanner<Void, Void> {
        private final CompilationUnitTree unit;
        private final DocTrees trees;
        private final Found found;

        Scanner(CompilationUnitTree unit, DocTrees trees, Found found) {
            this.unit = unit;
            this.trees = trees;
            this.found = found;
        }

        @Override
        public Void visitClass(ClassTree type, Void none) {
            if (isPublic(type.getModifiers().getFlags(), getCurrentPath())) {
                require(type, type.getSimpleName().toString());
            }
            return super.visitClass(type, none);
        }

        @Override
        public Void visitMethod(MethodTree method, Void none) {
            boolean overrides = method.getModifiers().getAnnotations().stream()
                    .anyMatch(annotation ->
                            annotation.getAnnotationType().toString().equals("Override"));
            boolean constructor = method.getReturnType() == null;
            if (isPublic(method.getModifiers().getFlags(), getCurrentPath()) && !overrides && !constructor) {
                require(method, method.getName().toString());
            }
            DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
            if (comment != null
                    && !comment.getFirstSentence().isEmpty()
                    && !VERB.matcher(comment.getFirstSentence().get(0).toString())
                            .lookingAt()) {
                found.verbless.add(named(method, method.getName().toString()));
            }
            return null;
        }

        /** Returns whether a declaration and all classes around it are public. */
        private static boolean isPublic(Set<Modifier> flags, TreePath path) {
            TreePath parent = path.getParentPath();
            boolean inInterface =
                    parent.getLeaf().getKind() == Tree.Kind.INTERFACE && !flags.contains(Modifier.PRIVATE);
            return (inInterface || flags.contains(Modifier.PUBLIC))
                    && (!(parent.getLeaf() instanceof ClassTree outer)
                            || isPublic(outer.getModifiers().getFlags(), parent));
        }

        private void require(Tree declaration, String name) {
            DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
            if (comment == null || comment.getFirstSentence().isEmpty()) {
                found.undocumented.add(named(declaration, name));
            }
        }

        private String named(Tree declaration, String name) {
            long start = trees.getSourcePositions().getStartPosition(unit, declaration);
            return Path.of(unit.getSourceFile().getName()).getFileName() + ":"
                    + unit.getLineMap().getLineNumber(start) + " " + name;
        }
    }
}
