package org.convergence.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.convergence.testing.ApplicationClasses;
import org.junit.jupiter.api.Test;

/** Limits the size of files and of constructors. */
class FileSizesTest {

    private static final int CONSTRUCTOR = 8;

    @Test
    void classesHaveAtMost300Lines() throws IOException {
        assertThat(longer("src/main/java", ".java", 300)).isEmpty();
        assertThat(longer("src/test/java", ".java", 300)).isEmpty();
    }

    @Test
    void templatesHaveAtMost200Lines() throws IOException {
        assertThat(longer("src/main/jte", ".jte", 200)).isEmpty();
    }

    @Test
    void stylesAndScriptsStaySmall() throws IOException {
        assertThat(lines("src/main/resources/static/css", ".css")).isLessThan(1_500);
        assertThat(lines("src/main/resources/static/js", ".js")).isLessThan(600);
    }

    /** Records are data; any other class with so many constructor parameters does two jobs. */
    @Test
    void constructorsHaveAtMostSevenParameters() {
        constructors()
                .should(new ArchCondition<JavaConstructor>("have fewer than " + CONSTRUCTOR + " parameters") {
                    @Override
                    public void check(JavaConstructor constructor, ConditionEvents events) {
                        JavaClass owner = constructor.getOwner();
                        boolean value = owner.isRecord() || owner.isEnum() || owner.isAnonymousClass();
                        int parameters = constructor.getRawParameterTypes().size();
                        events.add(new SimpleConditionEvent(
                                constructor,
                                value || parameters < CONSTRUCTOR,
                                constructor.getFullName() + " asks for " + parameters));
                    }
                })
                .check(ApplicationClasses.get());
    }

    private static List<String> longer(String root, String ending, int most) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(root))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .filter(file -> count(file) > most)
                    .map(file -> file + " has " + count(file) + " lines")
                    .toList();
        }
    }

    private static long lines(String root, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(root))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .mapToLong(FileSizesTest::count)
                    .sum();
        }
    }

    private static long count(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
