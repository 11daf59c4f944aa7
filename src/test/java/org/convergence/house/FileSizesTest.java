package org.convergence.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Limits the size of files: what belongs together stays together up to 300 lines. */
class FileSizesTest {

    @Test
    void classesStayShort() throws IOException {
        assertThat(longer("src/main/java", ".java", 300)).isEmpty();
        assertThat(longer("src/test/java", ".java", 300)).isEmpty();
    }

    @Test
    void templatesHaveAtMost200Lines() throws IOException {
        assertThat(longer("src/main/jte", ".jte", 200)).isEmpty();
    }

    @Test
    void linesOfTemplatesHaveAtMost160Characters() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/jte"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".jte")).filter(FileSizesTest::hasLongLine))
                    .isEmpty();
        }
    }

    @Test
    void stylesAndScriptsStaySmall() throws IOException {
        assertThat(lines("src/main/resources/static/css", ".css")).isLessThan(1_500);
        assertThat(longer("src/main/resources/static/js", ".js", 600)).isEmpty();
        assertThat(lines("src/main/resources/static/js", ".js")).isLessThan(3_500);
    }

    private static List<String> longer(String root, String ending, int most) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(root))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .filter(file -> count(file) > most)
                    .map(file -> file + " has " + count(file) + " lines, more than " + most)
                    .toList();
        }
    }

    private static boolean hasLongLine(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.anyMatch(line -> line.length() > 160);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
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
