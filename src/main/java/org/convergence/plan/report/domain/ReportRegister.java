package org.convergence.plan.report.domain;

import java.util.List;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.report.BeginReport;
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
public class ReportRegister implements Reports {

    private final ReportDrafting drafting;
    private final FigureDrafting figures;
    private final ReportFiling filing;
    private final PaperPlacing papers;
    private final ReportDesk desk;

    ReportRegister(
            ReportDrafting drafting,
            FigureDrafting figures,
            ReportFiling filing,
            PaperPlacing papers,
            ReportDesk desk) {
        this.papers = papers;
        this.drafting = drafting;
        this.figures = figures;
        this.filing = filing;
        this.desk = desk;
    }

    @Override
    public ReportId begin(BeginReport what) {
        return drafting.begin(what);
    }

    @Override
    public void write(ReportId report, SectionRef section, String text) {
        drafting.write(
                report, section, desk.section(desk.report(report), section).version(), text);
    }

    @Override
    public void explain(ReportId report, ActionId action, String words) {
        figures.explain(report, action, figures.gap(report, action).version(), words);
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
        papers.put(report, meeting, decisions);
    }
}
