package org.convergence.resources.delegation.web;

import java.util.List;
import java.util.stream.IntStream;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

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

    /** The tables of each category, the latest first. */
    public record BylawsPage(List<CategoryBylaws> groups) {

        /** A category's tables. */
        public record CategoryBylaws(
                String category, @Nullable String add, List<BylawListRow> rows) {}

        /**
         * A table.
         *
         * @param table in one sentence
         * @param detail the article, first day and decision
         */
        public record BylawListRow(
                String table,
                String detail,
                Tone tone,
                String state,
                @Nullable String url) {}
    }
}
