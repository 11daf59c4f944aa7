package org.convergence.directory.exchange.web;

import java.util.List;
import org.convergence.directory.people.Choosing;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.jspecify.annotations.Nullable;

/**
 * The list of exchanges.
 *
 * @param count in words
 * @param narrowed what narrows it, each with the address of the list without it
 * @param files the addresses of exactly what is filtered, as files
 * @param next the address of the next page; {@code null} on the last
 * @param first the address of the first page; {@code null} on it
 */
public record ExchangesPage(
        Form form,
        Filters filters,
        String count,
        List<Narrowed> narrowed,
        List<Row> rows,
        Files files,
        @Nullable String next,
        @Nullable String first,
        boolean mayRecord) {

    /** What can be chosen. */
    public record Filters(List<Option> channels, Choosing person, Choosing organisation) {}

    /** @param without the address of the list without it */
    public record Narrowed(String label, String without) {}

    /** An exchange. */
    public record Row(String url, String when, String subject, String detail) {}

    public record Files(String csv, String xlsx) {}

    /** Whether anything but words narrows the list, so that the filters are shown. */
    public boolean detailed() {
        return ExchangesAsked.FIELDS.stream()
                .skip(1)
                .anyMatch(field -> form.filled(field) || form.problem(field) != null);
    }
}
