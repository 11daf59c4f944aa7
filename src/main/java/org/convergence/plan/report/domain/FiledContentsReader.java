package org.convergence.plan.report.domain;

import java.util.Optional;
import org.convergence.plan.report.ReportId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The contents of filed reports, read from their snapshots. */
@Component
class FiledContentsReader {

    private final JdbcClient db;
    private final FiledFileRepository files;

    FiledContentsReader(JdbcClient db, FiledFileRepository files) {
        this.db = db;
        this.files = files;
    }

    boolean isFiled(ReportId report) {
        return db.sql("SELECT 1 FROM plan.report_filing WHERE report = ?")
                .param(report.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** The contents at the time of filing; empty if it is not filed. */
    Optional<ReportContents> find(ReportId report) {
        return isFiled(report)
                ? files.find(report, FiledFile.FiledFileKind.FACTS)
                        .map(file -> Snapshot.read(file.bytes()).contents())
                : Optional.empty();
    }
}
