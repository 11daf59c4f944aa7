package org.convergence.plan.report.domain;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.convergence.plan.filing.Filings;
import org.convergence.plan.report.ReportId;
import org.convergence.plan.report.ReportPermissions;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files a report in one transaction, with its files and its facts. A wrongly filed report is replaced by a new edition,
 * never changed (R-REPORT-3, R-REPORT-4); the edition begins as a draft with the same contents.
 */
@Service
@Transactional
@Requires(ReportPermissions.FILE)
public class ReportFilingService {

    private final ReportAccess reportAccess;
    private final ReportDraftReader drafts;
    private final Filings<ReportId> filings;
    private final ReportRepository reports;
    private final StoredSectionRepository sections;
    private final JdbcClient db;
    private final Clock clock;

    ReportFilingService(
            ReportAccess reportAccess,
            ReportDraftReader drafts,
            Filings<ReportId> filings,
            ReportRepository reports,
            StoredSectionRepository sections,
            JdbcClient db,
            Clock clock) {
        this.reportAccess = reportAccess;
        this.drafts = drafts;
        this.filings = filings;
        this.reports = reports;
        this.sections = sections;
        this.db = db;
        this.clock = clock;
    }

    /** The place is stored as a keyed mark. */
    @Bean
    static Filings<ReportId> filedReports(
            JdbcClient db, OrganisationSettings settings, Clock clock, ReportRenderer papers) {
        return new Filings<>(
                db,
                settings,
                clock,
                "report",
                "plan.report_filing/facts",
                facts -> papers.render(Snapshot.contents(facts)));
    }

    /**
     * Files the current report.
     *
     * @throws Refused if something required is missing, or it is filed already
     */
    public void file(ReportId id) {
        reportAccess.lockExclusively(id);
        ReportDraft draft = drafts.read(reportAccess.lockDraft(id));
        List<Lack> blocking = draft.blockingLacks();
        if (!blocking.isEmpty()) {
            throw new Refused("report.refused.lacks", blocking.size());
        }
        filings.file(id, Snapshot.SCHEMA, Json.of(Snapshot.of(draft.contents())));
    }

    /**
     * Begins the next edition of a filed report, with the same contents, to be corrected and filed in its place.
     *
     * @throws Refused if there is one already, or the report is not filed
     */
    public ReportId replace(ReportId id) {
        reportAccess.lockExclusively(id);
        if (!reportAccess.isFiled(id)) {
            throw new Refused("report.refused.not-filed");
        }
        return createEdition(reportAccess.findById(id));
    }

    /** @throws Refused if there is one already */
    private ReportId createEdition(Report wrong) {
        Report next;
        try {
            next = reports.save(wrong.nextEdition(clock.instant()));
        } catch (DuplicateKeyException already) {
            throw new Refused("report.refused.replaced-already");
        }
        UUID copy = next.id();
        sections.saveAll(sections.findByReport(wrong.id()).stream()
                .map(section -> section.copyTo(copy))
                .toList());
        db.sql("""
            WITH gaps AS (
                INSERT INTO plan.report_gap (id, report, action, words)
                SELECT gen_random_uuid(), :next, action, words FROM plan.report_gap WHERE report = :wrong),
            checks AS (
                INSERT INTO plan.report_check (report, means, figures)
                SELECT :next, means, figures FROM plan.report_check WHERE report = :wrong)
            INSERT INTO plan.report_left_out (report, realisation, reason)
            SELECT :next, realisation, reason FROM plan.report_left_out WHERE report = :wrong
            """).param("next", copy).param("wrong", wrong.id()).update();
        return next.typedId();
    }
}
