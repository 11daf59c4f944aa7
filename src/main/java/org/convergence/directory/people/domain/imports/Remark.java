package org.convergence.directory.people.domain.imports;

import java.util.List;

/**
 * Something to know about a line.
 *
 * @param key message that says what, after {@code people.import.remark.}
 */
public record Remark(String key, List<String> arguments) {

    static Remark of(String key, String... arguments) {
        return new Remark(key, List.of(arguments));
    }
}
