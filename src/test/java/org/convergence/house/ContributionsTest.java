package org.convergence.house;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convergence.testing.ApplicationClasses;
import org.convergence.testing.ApplicationClasses.CompiledClass;
import org.convergence.testing.ApplicationClasses.CompiledMethod;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;

/** The list of contributions is that of the code: interfaces of lower modules, answered by beans of higher ones. */
class ContributionsTest {

    private static final Path MAIN = Path.of("src/main/java");
    private static final Path DOCUMENT = Path.of("docs/contributions.md");
    private static final Pattern JAVADOC =
            Pattern.compile("/\\*\\*(.*?)\\*/\\s*(?:@[^\\n]*\\n)*public (?:sealed )?interface", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\{@(?:link|code)\\s+([^}]*)}");

    private static final Pattern LISTED = Pattern.compile("Ljava/util/List<\\+?L([\\w/$]+)[;<]");
    private static final Map<String, CompiledClass> BY_NAME =
            ApplicationClasses.get().stream().collect(toMap(CompiledClass::name, Function.identity()));

    @Test
    void documentListsEachContributionInterface() throws IOException {
        StringBuilder now = new StringBuilder("""
                # Contributions

                Written by `ContributionsTest`: run `./test -Dtest=ContributionsTest -Dconvergence.accept=true` after a
                contribution has changed. A page of a lower module shows what higher modules contribute: each implements a
                small interface of the lower module as a bean, and the lower module never names it.

                | interface | of | what it gives | answered by |
                | --- | --- | --- | --- |
                """);
        for (var contribution : contributions().entrySet()) {
            CompiledClass type = contribution.getKey();
            now.append("| `%s` | %s | %s | %s |\n"
                    .formatted(
                            type.simpleName(),
                            module(type),
                            question(type),
                            contribution.getValue().stream().collect(joining(", "))));
        }
        new ReviewedDocument(DOCUMENT, ContributionsTest.class).requireUpToDate(now.toString());
    }

    /** The interfaces that a constructor takes as a list, with the modules whose beans implement them. */
    private static Map<CompiledClass, Set<String>> contributions() {
        var found = new TreeMap<CompiledClass, Set<String>>(
                Comparator.comparing(ContributionsTest::module).thenComparing(CompiledClass::simpleName));
        for (CompiledClass type : ApplicationClasses.get()) {
            type.methods().stream()
                    .filter(method -> method.name().equals("<init>"))
                    .flatMap(constructor ->
                            LISTED.matcher(constructor.signature()).results())
                    .map(listed -> BY_NAME.get(listed.group(1).replace('/', '.')))
                    .filter(element -> element != null && element.isInterface())
                    .forEach(element -> found.computeIfAbsent(element, ContributionsTest::answers));
        }
        found.values().removeIf(Set::isEmpty);
        return found;
    }

    /** The modules, other than the interface's own, that implement it by a class or a bean method. */
    private static Set<String> answers(CompiledClass contribution) {
        Set<String> modules = new TreeSet<>();
        for (CompiledClass type : ApplicationClasses.get()) {
            boolean answers = (isA(type.name(), contribution.name()) && !type.isInterface())
                    || type.methods().stream().anyMatch(method -> makes(method, contribution));
            if (answers && !module(type).equals(module(contribution))) {
                modules.add(module(type));
            }
        }
        return modules;
    }

    private static boolean makes(CompiledMethod method, CompiledClass contribution) {
        return method.annotations().contains(Bean.class.getName()) && isA(method.returnType(), contribution.name());
    }

    private static boolean isA(String name, String wanted) {
        CompiledClass type = BY_NAME.get(name);
        return name.equals(wanted)
                || (type != null && type.supertypes().stream().anyMatch(each -> isA(each, wanted)));
    }

    /** {@code plan.time}, or {@code identity} where a layer is one module. */
    private static String module(CompiledClass type) {
        String[] parts = type.packageName().split("\\.", -1);
        return parts.length < 4 || Set.of("domain", "web").contains(parts[3]) ? parts[2] : parts[2] + "." + parts[3];
    }

    /** The first sentence of its Javadoc. */
    private static String question(CompiledClass type) throws IOException {
        Path source = MAIN.resolve(type.topLevelName().replace('.', '/') + ".java");
        Matcher javadoc = JAVADOC.matcher(Files.readString(source));
        if (!javadoc.find()) {
            return "";
        }
        String text = LINK.matcher(
                        javadoc.group(1).replaceAll("\\s*\\n\\s*\\*\\s?", " ").strip())
                .replaceAll("`$1`");
        int end = text.indexOf(". ");
        String sentence = end < 0 ? text : text.substring(0, end + 1);
        return sentence.replaceAll("\\s@.*", "").replace("|", "\\|");
    }
}
