package org.convergence.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A file with the exceptions of a rule: on each line a name and the reason. */
record ReviewedList(Path path) {

    ReviewedList(String file) {
        this(Path.of("src/test/resources", file));
    }

    /** Fails with the lines to add and to delete if the file does not list exactly these names. */
    void requireExactly(Collection<String> found, String instead) throws IOException {
        requireSame(
                found,
                names(),
                "%s, or in %s the line with its reason".formatted(instead, path),
                name -> name + " <the reason>");
    }

    private Set<String> names() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String line : Files.readAllLines(path)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                assertThat(line.split(" ", 2))
                        .as("a name and a reason: %s", line)
                        .hasSize(2);
                names.add(line.split(" ", 2)[0]);
            }
        }
        return names;
    }

    /**
     * Fails with the lines to add and to delete, and no others.
     *
     * @param listed the names that the list has
     * @param advice what to do about a line to add
     * @param line the line of a name
     */
    static void requireSame(
            Collection<String> found, Collection<String> listed, String advice, UnaryOperator<String> line) {
        assertThat(differences(found, listed, line)).as(advice).isEmpty();
    }

    /** Lines to add, marked with a plus, and lines to delete, marked with a minus. */
    static List<String> differences(Collection<String> found, Collection<String> listed, UnaryOperator<String> line) {
        Set<String> missing = new TreeSet<>(found);
        missing.removeAll(listed);
        Set<String> obsolete = new TreeSet<>(listed);
        obsolete.removeAll(found);
        return Stream.concat(
                        missing.stream().map(name -> "+ " + line.apply(name)),
                        obsolete.stream().map(name -> "- " + line.apply(name)))
                .toList();
    }
}
