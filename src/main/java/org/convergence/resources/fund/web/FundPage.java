package org.convergence.resources.fund.web;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.convergence.directory.people.ChooserField;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Tab;
import org.convergence.resources.fund.FundId;
import org.jspecify.annotations.Nullable;

/**
 * A fund.
 *
 * @param available what may still be used, in words
 * @param facts label and value, in order
 * @param years the fiscal years to choose from
 * @param rollForward opening, movements by kind, and closing of the chosen year
 * @param partner chooses the partner to which money is passed
 * @param form records a movement; {@code null} without the permission
 */
public record FundPage(
        String url,
        String name,
        String available,
        List<FundLine> facts,
        List<Tab> years,
        String year,
        List<FundLine> rollForward,
        List<FundMovementPart> movements,
        int moreMovements,
        ChooserField partner,
        @Nullable Form form) {

    static final String LIST = "/resources/fund";

    /** The most fiscal years to choose from. */
    private static final int YEARS = 10;

    /** The fiscal years from that of a day until now, the latest first. */
    static List<Tab> years(OrganisationSettings settings, LocalDate since, LocalDate chosen, String url) {
        LocalDate earliest = settings.current().fiscalYearOf(since);
        return Stream.iterate(settings.current().fiscalYearOf(settings.today()), year -> year.minusYears(1))
                .limit(YEARS)
                .takeWhile(year -> !year.isBefore(earliest))
                .map(year -> new Tab(
                        label(year, year.plusYears(1).minusDays(1)), url + "?year=" + year, year.equals(chosen)))
                .toList();
    }

    /** “2026”, or “2026-2027” if the fiscal year is not that of the calendar. */
    private static String label(LocalDate first, LocalDate last) {
        return first.getYear() == last.getYear()
                ? String.valueOf(first.getYear())
                : first.getYear() + "-" + last.getYear();
    }

    /** A label with its value. */
    public record FundLine(String label, String value) {}

    /**
     * A movement, in words.
     *
     * @param takeBack address that takes it back; {@code null} if that is not possible
     */
    public record FundMovementPart(
            String day,
            String what,
            String detail,
            String amount,
            @Nullable String takeBack) {}

    /**
     * The funds, and the deferred contributions of agreements.
     *
     * @param deferred {@code null} without agreements, or without the permission
     */
    public record FundListPage(
            List<FundItem> items, @Nullable DeferredContributionsPart deferred, boolean mayEdit) {}

    /** The deferred contributions of a fiscal year, with the years to choose from. */
    public record DeferredContributionsPart(List<Tab> years, String year, List<DeferredContributionPart> rows) {}

    /** A fund in the list. */
    public record FundItem(String url, String name, String detail, String balance) {}

    /** The deferred contribution of an agreement, in words and in its currency. */
    public record DeferredContributionPart(
            String url,
            String title,
            String opening,
            String received,
            String recognised,
            String closing,
            String note) {}

    /** The form of a fund. */
    public record FundFormPage(String key, String action, String cancel, Form form) {}

    static String url(FundId id) {
        return LIST + "/" + id.value();
    }
}
