package org.convergence.plan.report.domain;

import java.util.Collection;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.report.ReportId;
import org.convergence.plan.report.ReportPermissions;
import org.convergence.plan.report.SectionRef;
import org.convergence.platform.access.Requires;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Saves all texts of a short report, typed on one page, in one transaction. */
@Service
@Transactional
@Requires(ReportPermissions.WRITE)
public class NoteService {

    private final ReportDraftingService reportDraftingService;
    private final ReportFigureService figures;

    NoteService(ReportDraftingService reportDraftingService, ReportFigureService figures) {
        this.reportDraftingService = reportDraftingService;
        this.figures = figures;
    }

    /**
     * The text of a section.
     *
     * @param version the version shown on the page, 0 if there was none
     */
    public record NoteText(SectionRef section, int version, String words) {}

    /**
     * The explanation of a late action.
     *
     * @param version likewise
     */
    public record DelayReason(ActionId action, int version, String words) {}

    /**
     * Saves the texts.
     *
     * @throws org.convergence.platform.database.EditConflict if another person changed one of them meanwhile
     */
    public void write(ReportId report, Collection<NoteText> texts, Collection<DelayReason> reasons) {
        texts.forEach(text -> reportDraftingService.write(report, text.section(), text.version(), text.words()));
        reasons.forEach(why -> figures.explain(report, why.action(), why.version(), why.words()));
    }
}
