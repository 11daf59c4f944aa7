package org.convergence.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A document that a test writes from the code and a person reviews. A difference fails the test, until the document is
 * accepted with {@code -Dconvergence.accept=true}.
 */
public record ReviewedDocument(Path path, Class<?> test) {

    private static final int SHOWN = 40;

    /** Writes the document if it is to be accepted, and fails with the lines that differ if it is not up to date. */
    public void requireUpToDate(String now) throws IOException {
        if (Boolean.getBoolean("convergence.accept")) {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.writeString(path, now);
        }
        String before = Files.exists(path) ? Files.readString(path) : "";
        assertThat(differences(before, now))
                .as(
                        "%s differs from the code. Write it with ./test -Dtest=%s -Dconvergence.accept=true, and review"
                                + " the change with git diff",
                        path, test.getSimpleName())
                .isEmpty();
        assertThat(before.equals(now))
                .as("the order of the lines in %s is that of the code", path)
                .isTrue();
    }

    /** Lines of only one of the two, marked as in a diff; at most {@value #SHOWN} of each. */
    static List<String> differences(String before, String now) {
        return Stream.concat(
                        lines("- ", before, now).limit(SHOWN),
                        lines("+ ", now, before).limit(SHOWN))
                .toList();
    }

    private static Stream<String> lines(String mark, String in, String notIn) {
        List<String> left = new ArrayList<>(in.lines().toList());
        notIn.lines().forEach(left::remove);
        return left.stream().map(line -> mark + line.strip());
    }
}
