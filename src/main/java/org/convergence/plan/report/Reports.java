package org.convergence.plan.report;

import java.util.List;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.realisation.RealisationId;

/** Reports, for the modules above. */
public interface Reports {

    /**
     * Begins a report.
     *
     * @throws org.convergence.platform.database.Refused where the plan has one for the same audience and period already
     */
    ReportId begin(BeginReport what);

    /** Puts a text, in Markdown, in the place of what stands in a section. */
    void write(ReportId report, SectionRef section, String text);

    /** Says why a target was not reached, or was passed; an empty text takes that back. */
    void explain(ReportId report, ActionId action, String words);

    /**
     * Leaves a realisation out of a report.
     *
     * @param reason why, 1 to 2,000 characters
     */
    void leaveOut(ReportId report, RealisationId realisation, String reason);

    /**
     * Files a report: what it says, its files and the facts behind it are frozen.
     *
     * @throws org.convergence.platform.database.Refused where something is missing that must be there
     */
    void file(ReportId report);

    /**
     * Puts a report among the papers of a meeting, and files it first where it is not filed.
     *
     * @param meeting of a {@link PaperDestination}
     * @throws org.convergence.platform.database.Refused where it cannot be filed, or nothing of the meeting changes any more
     */
    void handIn(ReportId report, UUID meeting, List<String> decisions);
}
