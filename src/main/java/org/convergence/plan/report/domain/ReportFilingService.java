package org.convergence.plan.report.domain;

import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.convergence.plan.report.ReportId;
import org.convergence.plan.report.ReportPermissions;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Refused;
import org.convergence.platform.rendering.PaperFormat;
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
    private final FiledFileRepository files;
    private final ReportRenderer papers;
    private final ReportRepository reports;
    private final StoredSectionRepository sections;
    private final JdbcClient db;
    private final Clock clock;

    ReportFilingService(
            ReportAccess reportAccess,
            ReportDraftReader drafts,
            FiledFileRepository files,
            ReportRenderer papers,
            ReportRepository reports,
            StoredSectionRepository sections,
            JdbcClient db,
            Clock clock) {
        this.reportAccess = reportAccess;
        this.drafts = drafts;
        this.files = files;
        this.papers = papers;
        this.reports = reports;
        this.sections = sections;
        this.db = db;
        this.clock = clock;
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
        ReportContents contents = draft.contents();
        files.add(id, FiledFile.FiledFileKind.FACTS, Snapshot.of(contents).bytes());
        files.add(id, FiledFile.FiledFileKind.PDF, bytes(contents, PaperFormat.PDF));
        files.add(id, FiledFile.FiledFileKind.WORD, bytes(contents, PaperFormat.WORD));
        files.recordFiling(id);
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

    private byte[] bytes(ReportContents contents, PaperFormat rendering) {
        var out = new ByteArrayOutputStream();
        papers.write(contents, contents.head().language(), rendering, out);
        return out.toByteArray();
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
        copy(
                "INSERT INTO plan.report_gap (id, report, action, words)"
                        + " SELECT gen_random_uuid(), :next, action, words FROM plan.report_gap WHERE report = :wrong",
                wrong,
                copy);
        copy(
                "INSERT INTO plan.report_check (report, means, figures)"
                        + " SELECT :next, means, figures FROM plan.report_check WHERE report = :wrong",
                wrong,
                copy);
        copy(
                "INSERT INTO plan.report_left_out (report, realisation, reason)"
                        + " SELECT :next, realisation, reason FROM plan.report_left_out WHERE report = :wrong",
                wrong,
                copy);
        return next.typedId();
    }

    private void copy(String sql, Report wrong, UUID next) {
        db.sql(sql).param("next", next).param("wrong", wrong.id()).update();
    }
}
