package org.convergence.plan.report;

import java.time.LocalDate;
import java.util.Set;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.platform.database.Refused;
import org.jspecify.annotations.Nullable;

/**
 * A command to begin a report.
 *
 * @param audience its recipient
 * @param title 1 to 200 characters
 * @param from first day of its period
 * @param to last day of its period
 * @param dueOn the day on which it is due, {@code null} if unknown
 * @param language code of the language in which it is filed: {@code fr} or {@code en}
 * @param responsible name of the responsible person, from the directory or not, at most 300 characters
 */
public record BeginReportCommand(
        PlanId plan,
        Audience audience,
        String title,
        LocalDate from,
        LocalDate to,
        @Nullable LocalDate dueOn,
        String language,
        @Nullable String responsible) {

    /** Maximum length of a title, in characters. */
    public static final int LONGEST_TITLE = 200;

    /** The languages in which a report is filed. */
    public static final Set<String> LANGUAGES = Set.of("fr", "en");

    public BeginReportCommand {
        title = title.strip().replaceAll("\\s+", " ");
        if (title.isEmpty()
                || title.codePointCount(0, title.length()) > LONGEST_TITLE
                || !LANGUAGES.contains(language)) {
            throw new IllegalArgumentException("a title of 1 to 200 characters, in French or English");
        }
        if (to.isBefore(from)) {
            throw new Refused("report.refused.period");
        }
    }
}
