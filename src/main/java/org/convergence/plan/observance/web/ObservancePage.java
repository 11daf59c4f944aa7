package org.convergence.plan.observance.web;

import java.util.List;
import org.convergence.directory.people.ChooserField;
import org.convergence.plan.observance.ObservanceId;
import org.convergence.plan.observance.domain.KnownDay;
import org.convergence.plan.observance.domain.ObservanceKind;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * A day that returns each year.
 *
 * @param year of that date
 * @param lead its next date, and from when it is prepared
 * @param note what to remember; may be empty
 * @param line the page of its line of the plan; {@code null} for none
 * @param howTos how its line is done
 * @param date the form of its date in that year
 * @param toConfirm whether this date is still that of the last time
 * @param open whether it is asked what becomes of that date
 * @param last what was said about the year before, until that date is prepared; {@code null} for nothing
 * @param reopen the year whose answer can be taken back; {@code null} for none
 * @param missed whether its date is over, and nothing was said about it
 * @param ended whether it no longer comes back
 * @param state what was said
 */
public record ObservancePage(
        String url,
        int year,
        String name,
        ObservanceKind kind,
        String lead,
        String note,
        @Nullable String line,
        List<HowToExcerpt> howTos,
        List<LastYearPart> lastYear,
        Form date,
        boolean toConfirm,
        boolean open,
        @Nullable String last,
        @Nullable Integer reopen,
        boolean missed,
        boolean ended,
        String state,
        boolean mayFollow) {

    static final String LIST = "/plan/observance";

    /** Something that was done around the day last year. */
    public record LastYearPart(String url, String title, String detail, List<FilePart> files) {}

    /** A file of what was done. */
    public record FilePart(String url, String name) {}

    /** The beginning of a how-to. */
    public record HowToExcerpt(String url, String title, String beginning) {}

    /**
     * The list of days.
     *
     * @param known well-known days that are not followed yet
     */
    public record ObservanceListPage(List<ObservanceItem> items, List<KnownDayItem> known, boolean mayFollow) {}

    /** A day in the list. */
    public record ObservanceItem(String url, String name, String detail, Tone tone, String state) {}

    /** A well-known day. */
    public record KnownDayItem(KnownDay day, String name, String date) {}

    /** The form of a day. */
    public record ObservanceFormPage(
            String key,
            @Nullable String name,
            String action,
            String cancel,
            Form form,
            List<Option> kinds,
            List<Option> months,
            ChooserField responsible,
            List<Option> lines) {}

    static String url(ObservanceId id) {
        return LIST + "/" + id.value();
    }
}
