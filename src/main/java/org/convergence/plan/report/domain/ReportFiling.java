package org.convergence.plan.report.domain;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.convergence.plan.report.ReportId;
import org.convergence.plan.report.ReportPermissions;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Refused;
import org.convergence.platform.rendering.Rendering;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files a report in one transaction, with its files and its facts. A wrongly filed report is replaced by a new edition,
 * never changed (R-REPORT-3, R-REPORT-4).
 */
@Service
@Transactional
@Requires(ReportPermissions.FILE)
public class ReportFiling {

    private final ReportDesk desk;
    private final DraftReader drafts;
    private final NextEdition editions;
    private final FiledFiles files;
    private final ReportPapers papers;

    ReportFiling(ReportDesk desk, DraftReader drafts, NextEdition editions, FiledFiles files, ReportPapers papers) {
        this.desk = desk;
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
        desk.holdAlone(id);
        Draft draft = drafts.of(desk.draft(id));
        List<Lack> blocking = draft.blocking();
        if (!blocking.isEmpty()) {
            throw new Refused("report.refused.lacks", blocking.size());
        }
        Contents contents = draft.contents();
        files.add(id, FiledFile.Kind.FACTS, Snapshot.of(contents).bytes());
        files.add(id, FiledFile.Kind.PDF, bytes(contents, Rendering.PDF));
        files.add(id, FiledFile.Kind.WORD, bytes(contents, Rendering.WORD));
        files.filed(id);
    }

    /**
     * Begins the next edition of a filed report, with the same contents, to be corrected and filed in its place.
     *
     * @throws Refused if there is one already, or the report is not filed
     */
    public ReportId replace(ReportId id) {
        desk.holdAlone(id);
        if (!desk.isFiled(id)) {
            throw new Refused("report.refused.not-filed");
        }
        return editions.of(desk.report(id));
    }

    private byte[] bytes(Contents contents, Rendering rendering) {
        var out = new ByteArrayOutputStream();
        papers.write(contents, contents.head().language(), rendering, out);
        return out.toByteArray();
    }
}
