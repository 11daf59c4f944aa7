package org.convergence.resources.dues.web;

import java.util.List;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/** The rates of each category, the one in force first. */
public record RatesPage(List<CategoryRates> groups, boolean noCategory) {

    /** A category's rates. */
    public record CategoryRates(String category, @Nullable String add, List<RateListRow> rows) {}

    /**
     * A rate.
     *
     * @param rate in one sentence
     * @param detail first day and decision
     * @param state in force, to come, or over
     */
    public record RateListRow(
            String rate,
            String detail,
            Tone tone,
            String state,
            @Nullable String url) {}
}
