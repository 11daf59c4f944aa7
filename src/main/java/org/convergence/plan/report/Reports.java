package org.convergence.plan.report;

import java.util.List;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.realisation.RealisationId;

/** Writes and files reports, for the modules above. */
public interface Reports {

    /**
     * Begins a report.
     *
     * @throws org.convergence.platform.database.Refused if the plan already has one for the same audience and period
     */
    ReportId begin(BeginReportCommand what);

    /** Replaces the text of a section, in Markdown. */
    void write(ReportId report, SectionRef section, String text);

    /** Explains why a target was missed or exceeded; an empty text removes the explanation. */
    void explain(ReportId report, ActionId action, String words);

    /**
     * Leaves a realisation out of a report.
     *
     * @param reason why, 1 to 2,000 characters
     */
    void leaveOut(ReportId report, RealisationId realisation, String reason);

    /**
     * Files a report: its contents, its files and the facts behind it are frozen.
     *
     * @throws org.convergence.platform.database.Refused if something required is missing
     */
    void file(ReportId report);

    /**
     * Adds a report to the papers of a meeting; files it first if it is not filed.
     *
     * @param meeting of a {@link PaperDestination}
     * @throws org.convergence.platform.database.Refused if it cannot be filed, or the meeting is closed to changes
     */
    void handIn(ReportId report, UUID meeting, List<String> decisions);
}
