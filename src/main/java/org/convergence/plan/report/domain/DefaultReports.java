package org.convergence.plan.report.domain;

import java.util.List;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.report.BeginReportCommand;
import org.convergence.plan.report.ReportId;
import org.convergence.plan.report.ReportPermissions;
import org.convergence.plan.report.Reports;
import org.convergence.plan.report.SectionRef;
import org.convergence.platform.access.Requires;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The reports for the modules above. */
@Service
@Transactional
@Requires(ReportPermissions.WRITE)
public class DefaultReports implements Reports {

    private final ReportDraftingService reportDraftingService;
    private final ReportFigureService figures;
    private final ReportFilingService filing;
    private final PaperPlacementService papers;
    private final ReportAccess reportAccess;

    DefaultReports(
            ReportDraftingService reportDraftingService,
            ReportFigureService figures,
            ReportFilingService filing,
            PaperPlacementService papers,
            ReportAccess reportAccess) {
        this.papers = papers;
        this.reportDraftingService = reportDraftingService;
        this.figures = figures;
        this.filing = filing;
        this.reportAccess = reportAccess;
    }

    @Override
    public ReportId begin(BeginReportCommand what) {
        return reportDraftingService.begin(what);
    }

    @Override
    public void write(ReportId report, SectionRef section, String text) {
        reportDraftingService.write(
                report,
                section,
                reportAccess.findSection(reportAccess.findById(report), section).version(),
                text);
    }

    @Override
    public void explain(ReportId report, ActionId action, String words) {
        figures.explain(report, action, figures.findExplanation(report, action).version(), words);
    }

    @Override
    public void leaveOut(ReportId report, RealisationId realisation, String reason) {
        figures.leaveOut(report, realisation, reason);
    }

    @Override
    @Requires(ReportPermissions.FILE)
    public void file(ReportId report) {
        filing.file(report);
    }

    @Override
    @Requires(ReportPermissions.FILE)
    public void handIn(ReportId report, UUID meeting, List<String> decisions) {
        papers.place(report, meeting, decisions);
    }
}
