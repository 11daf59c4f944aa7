package org.convergence.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.Convergence;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.ModulithMetadata;

/**
 * Modules use only declared dependencies and the common ground of {@code platform}, without cycles, and only each
 * other's surface; the generated diagram of the modules is up to date.
 */
@TestInstance(Lifecycle.PER_CLASS)
class ModulesTest {

    private static final Path MAIN = Path.of("src/main/java");
    private static final Path TEST = Path.of("src/test/java");
    private static final Path PICTURE = Path.of("docs/generated/modules.md");
    private static final Comparator<String> HIGHEST_FIRST = Comparator.<String, Integer>comparing(
                    LayersTest.LOWEST_FIRST::indexOf)
            .reversed();

    /**
     * A use of the surface of the five modules of {@code platform} that each module above it may use without declaring
     * them; not of their packages inside.
     */
    private static final Pattern USE_OF_COMMON_GROUND =
            Pattern.compile("Module '(?!platform\\.)[^']*' depends on module"
                    + " '(platform\\.(?:access|database|settings|shell|text))'"
                    + " via \\S+ -> org\\.convergence\\.\\1\\.[A-Z]\\S*\\..*");

    /** The module, what it uses, and in which class; then come all its dependencies. */
    private static final Pattern UNDECLARED = Pattern.compile("(?s)(?:- )?Module '([^']*)' depends on"
            + " (?:module|named interface\\(s\\)) '([^']*)' via (.*?)\\. Allowed targets: .*");

    private final ApplicationModules modules = new KnownModules();

    /** The model of all classes takes hundreds of megabytes, which other tests need. */
    @AfterAll
    static void forgetModel() {
        KnownModules.BY_TYPE.clear();
        KnownModules.CONTAINED.clear();
    }

    @Test
    void modulesUseOnlyDeclaredDependencies() {
        assertThat(modules.stream()
                        .flatMap(module -> module.detectDependencies(modules).getMessages().stream())
                        .filter(each -> !USE_OF_COMMON_GROUND.matcher(each).matches())
                        .map(each ->
                                UNDECLARED.matcher(each).replaceAll("add \"$2\" to allowedDependencies of $1 ($3)"))
                        .distinct())
                .as("dependencies that package-info.java does not declare")
                .isEmpty();
    }

    /** The library's own search goes through all violations again at each module. */
    @Test
    void modulesFormNoCycle() {
        var remaining = new TreeMap<String, Set<String>>();
        modules.forEach(module -> remaining.put(
                name(module), used(module).map(ModulesTest::name).collect(Collectors.toCollection(TreeSet::new))));
        while (remaining.values().removeIf(Set::isEmpty)) {
            remaining.values().forEach(used -> used.retainAll(remaining.keySet()));
        }
        assertThat(remaining)
                .as("modules in a cycle, or above one, and what they use")
                .isEmpty();
    }

    /** A package-info in the test tree would hide the module's own from the check above. */
    @Test
    void testPackagesHideNoModuleDescription() throws IOException {
        try (Stream<Path> files = Files.walk(TEST)) {
            assertThat(files.filter(file -> file.endsWith("package-info.java"))
                            .map(file -> MAIN.resolve(TEST.relativize(file)))
                            .filter(Files::exists))
                    .isEmpty();
        }
    }

    @Test
    void diagramIsUpToDate() throws IOException {
        String now = "# The modules, drawn from the code\n\nWritten by `ModulesTest`: run"
                + " `./test -Dtest=ModulesTest -Dconvergence.accept=true` after a module or an arrow has changed.\n\n"
                + "An arrow goes from a module to one it uses. All of them use `platform`, whose modules are drawn"
                + " below.\n\n"
                + drawn(layer -> !layer.equals("platform"))
                + "\n## Inside `platform`\n\n"
                + drawn(layer -> layer.equals("platform"));
        new ReviewedDocument(PICTURE, ModulesTest.class).requireUpToDate(now);
    }

    private String drawn(Predicate<String> shown) {
        var byLayer = new TreeMap<String, List<ApplicationModule>>(HIGHEST_FIRST);
        byLayer.putAll(modules.stream()
                .filter(module -> shown.test(layer(module)))
                .collect(Collectors.groupingBy(ModulesTest::layer)));
        var lines = new StringBuilder("```mermaid\nflowchart TD\n");
        byLayer.forEach((layer, inside) -> {
            lines.append("  subgraph layer_")
                    .append(layer)
                    .append("[")
                    .append(layer)
                    .append("]\n");
            inside.stream()
                    .sorted(Comparator.comparing(ModulesTest::name))
                    .forEach(module -> lines.append("    ")
                            .append(box(module))
                            .append("[\"")
                            .append(name(module).substring(name(module).lastIndexOf('.') + 1))
                            .append("\"]\n"));
            lines.append("  end\n");
        });
        for (String arrow : arrows(shown)) {
            lines.append("  ").append(arrow).append('\n');
        }
        return lines.append("```\n").toString();
    }

    private NavigableSet<String> arrows(Predicate<String> shown) {
        var arrows = new TreeSet<String>();
        modules.stream()
                .filter(module -> shown.test(layer(module)))
                .forEach(module -> used(module)
                        .filter(used -> shown.test(layer(used)))
                        .forEach(used -> arrows.add(box(module) + " --> " + box(used))));
        return arrows;
    }

    private Stream<ApplicationModule> used(ApplicationModule module) {
        return module.getDirectDependencies(modules).uniqueModules();
    }

    private static String name(ApplicationModule module) {
        return module.getBasePackage().getName().substring("org.convergence.".length());
    }

    private static String box(ApplicationModule module) {
        return name(module).replace('.', '_');
    }

    private static String layer(ApplicationModule module) {
        return name(module).split("\\.", 2)[0];
    }

    /**
     * Remembers the module of each type: the library goes through all types of all modules at each dependency. The maps
     * are static, since its constructor asks too, to sort the modules.
     */
    private static final class KnownModules extends ApplicationModules {

        private static final Map<JavaClass, Optional<ApplicationModule>> BY_TYPE = new HashMap<>();
        private static final Map<JavaClass, Boolean> CONTAINED = new HashMap<>();

        KnownModules() {
            super(
                    ModulithMetadata.of(Convergence.class),
                    DescribedPredicate.alwaysFalse(),
                    ImportOption.Predefined.DO_NOT_INCLUDE_TESTS);
        }

        @Override
        public Optional<ApplicationModule> getModuleByType(JavaClass type) {
            return BY_TYPE.computeIfAbsent(type, super::getModuleByType);
        }

        @Override
        public boolean contains(JavaClass type) {
            return CONTAINED.computeIfAbsent(type, super::contains);
        }
    }
}
