package org.convergence.resources.delegation.web;

import java.util.List;
import java.util.stream.IntStream;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;

/**
 * A table on a page of its own.
 *
 * @param key message with its title
 * @param decisions that may be cited
 */
public record BylawPage(String key, String category, String action, Form form, List<Option> decisions) {

    private static final int BLANK = 3;
    private static final int LEAST = 6;

    /** A line of the table, as it is typed. */
    public record Line(int number, String from, String to, String delegates, String votes) {}

    /** What was typed, and some blank ones. */
    public List<Line> lines() {
        int many = Math.min(
                BylawForms.MOST,
                Math.max(
                        LEAST,
                        form.values(BylawForms.FROM).stream()
                                        .filter(it -> !it.isBlank())
                                        .toList()
                                        .size()
                                + BLANK));
        return IntStream.range(
                        0,
                        Math.max(
                                many,
                                Math.min(
                                        BylawForms.MOST,
                                        form.values(BylawForms.FROM).size())))
                .mapToObj(i -> new Line(
                        i + 1,
                        BylawForms.at(form, BylawForms.FROM, i),
                        BylawForms.at(form, BylawForms.TO, i),
                        BylawForms.at(form, BylawForms.DELEGATES, i),
                        BylawForms.at(form, BylawForms.VOTES, i)))
                .toList();
    }
}
