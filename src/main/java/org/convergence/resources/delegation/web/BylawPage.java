package org.convergence.resources.delegation.web;

import java.util.List;
import java.util.stream.IntStream;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;

/**
 * A table on its own page.
 *
 * @param key message key of the title
 * @param decisions decisions that can be cited
 */
public record BylawPage(String key, String category, String action, Form form, List<Option> decisions) {

    private static final int BLANK = 3;
    private static final int LEAST = 6;

    /** A line of the table, as typed. */
    public record BylawLineFields(int number, String from, String to, String delegates, String votes) {}

    /** The typed lines, and some blank ones. */
    public List<BylawLineFields> lines() {
        int many = Math.min(
                BylawForm.MOST,
                Math.max(
                        LEAST,
                        form.values(BylawForm.FROM).stream()
                                        .filter(it -> !it.isBlank())
                                        .toList()
                                        .size()
                                + BLANK));
        return IntStream.range(
                        0,
                        Math.max(
                                many,
                                Math.min(
                                        BylawForm.MOST,
                                        form.values(BylawForm.FROM).size())))
                .mapToObj(i -> new BylawLineFields(
                        i + 1,
                        BylawForm.valueAt(form, BylawForm.FROM, i),
                        BylawForm.valueAt(form, BylawForm.TO, i),
                        BylawForm.valueAt(form, BylawForm.DELEGATES, i),
                        BylawForm.valueAt(form, BylawForm.VOTES, i)))
                .toList();
    }
}
