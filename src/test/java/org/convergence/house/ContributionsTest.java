package org.convergence.house;

import static java.util.stream.Collectors.joining;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.convergence.testing.ApplicationClasses;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;

/** The list of contributions is that of the code: interfaces of lower modules, answered by beans of higher ones. */
class ContributionsTest {

    private static final Path MAIN = Path.of("src/main/java");
    private static final Path DOCUMENT = Path.of("docs/contributions.md");
    private static final Pattern JAVADOC =
            Pattern.compile("/\\*\\*(.*?)\\*/\\s*(?:@[^\\n]*\\n)*public interface", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\{@(?:link|code)\\s+([^}]*)}");

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
            JavaClass type = contribution.getKey();
            now.append("| `%s` | %s | %s | %s |\n"
                    .formatted(
                            type.getSimpleName(),
                            module(type),
                            question(type),
                            contribution.getValue().stream().collect(joining(", "))));
        }
        new ReviewedDocument(DOCUMENT, ContributionsTest.class).requireUpToDate(now.toString());
    }

    /** The interfaces that a constructor takes as a list, with the modules whose beans implement them. */
    private static Map<JavaClass, Set<String>> contributions() {
        var found = new TreeMap<JavaClass, Set<String>>(
                Comparator.comparing(ContributionsTest::module).thenComparing(JavaClass::getSimpleName));
        for (JavaClass type : ApplicationClasses.get()) {
            type.getConstructors().stream()
                    .flatMap(constructor -> constructor.getParameterTypes().stream())
                    .flatMap(ContributionsTest::listed)
                    .filter(element ->
                            element.isInterface() && element.getName().startsWith("org.convergence."))
                    .forEach(element -> found.computeIfAbsent(element, ContributionsTest::answers));
        }
        found.values().removeIf(Set::isEmpty);
        return found;
    }

    private static Stream<JavaClass> listed(JavaType parameter) {
        return parameter instanceof JavaParameterizedType generic
                        && generic.toErasure().isEquivalentTo(List.class)
                ? generic.getActualTypeArguments().stream().map(JavaType::toErasure)
                : Stream.empty();
    }

    /** The modules, other than the interface's own, that implement it by a class or a bean method. */
    private static Set<String> answers(JavaClass contribution) {
        Set<String> modules = new TreeSet<>();
        for (JavaClass type : ApplicationClasses.get()) {
            boolean answers = (type.isAssignableTo(contribution.getName()) && !type.isInterface())
                    || type.getMethods().stream().anyMatch(method -> makes(method, contribution));
            if (answers && !module(type).equals(module(contribution))) {
                modules.add(module(type));
            }
        }
        return modules;
    }

    private static boolean makes(JavaMethod method, JavaClass contribution) {
        return method.isAnnotatedWith(Bean.class) && method.getRawReturnType().isAssignableTo(contribution.getName());
    }

    /** {@code plan.time}, or {@code identity} where a layer is one module. */
    private static String module(JavaClass type) {
        String[] parts = type.getPackageName().split("\\.", -1);
        return parts.length < 4 || Set.of("domain", "web").contains(parts[3]) ? parts[2] : parts[2] + "." + parts[3];
    }

    /** The first sentence of its Javadoc. */
    private static String question(JavaClass type) throws IOException {
        Path source = MAIN.resolve(type.getName().replaceAll("\\$.*", "").replace('.', '/') + ".java");
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
