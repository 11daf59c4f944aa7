package org.convergence.plan.report.domain;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.convergence.plan.report.ReportId;
import org.convergence.plan.report.ReportPermissions;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Refused;
import org.convergence.platform.rendering.PaperFormat;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files a report in one transaction, with its files and its facts. A wrongly filed report is replaced by a new edition,
 * never changed (R-REPORT-3, R-REPORT-4).
 */
@Service
@Transactional
@Requires(ReportPermissions.FILE)
public class ReportFilingService {

    private final ReportAccess reportAccess;
    private final ReportDraftReader drafts;
    private final ReportEditionService editions;
    private final FiledFileRepository files;
    private final ReportRenderer papers;

    ReportFilingService(
            ReportAccess reportAccess,
            ReportDraftReader drafts,
            ReportEditionService editions,
            FiledFileRepository files,
            ReportRenderer papers) {
        this.reportAccess = reportAccess;
        this.drafts = drafts;
        this.editions = editions;
        this.files = files;
        this.papers = papers;
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
        return editions.create(reportAccess.findById(id));
    }

    private byte[] bytes(ReportContents contents, PaperFormat rendering) {
        var out = new ByteArrayOutputStream();
        papers.write(contents, contents.head().language(), rendering, out);
        return out.toByteArray();
    }
}
