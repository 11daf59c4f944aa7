package org.convergence.plan.report.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.convergence.plan.report.ReportId;
import org.convergence.plan.report.ReportPermissions;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Filed reports: their files as filed, their contents, and later corrections. */
@Service
@Transactional(readOnly = true)
@Requires(ReportPermissions.READ)
public class FiledReportQueries {

    private final JdbcClient db;
    private final ReportAccess reportAccess;
    private final FiledFileRepository files;
    private final FiledContentsReader contents;
    private final PhotoPicker photographs;
    private final FiledReportComparison corrections;

    FiledReportQueries(
            JdbcClient db,
            ReportAccess reportAccess,
            FiledFileRepository files,
            FiledContentsReader contents,
            PhotoPicker photographs,
            FiledReportComparison corrections) {
        this.db = db;
        this.reportAccess = reportAccess;
        this.files = files;
        this.contents = contents;
        this.photographs = photographs;
        this.corrections = corrections;
    }

    /** A report as filed. */
    public record FiledReport(Report report, Instant at, LocalDate on, ReportContents contents) {}

    /** The report as filed; empty if it is not filed. */
    public Optional<FiledReport> find(ReportId id) {
        Report report = reportAccess.findById(id);
        return db.sql("SELECT filed_at, filed_on FROM plan.report_filing WHERE report = ?")
                .param(id.value())
                .query((row, n) -> new FiledReport(
                        report,
                        row.getObject("filed_at", OffsetDateTime.class).toInstant(),
                        row.getObject("filed_on", LocalDate.class),
                        contents.find(id).orElseThrow()))
                .optional();
    }

    /**
     * A file of a filed report, byte for byte, after its hash is checked.
     *
     * @throws NotFound if the report is not filed
     */
    public FiledFile file(ReportId id, FiledFile.FiledFileKind kind) {
        return files.find(id, kind).orElseThrow(() -> new NotFound("filed report"));
    }

    /**
     * A file that was rewritten without a name.
     *
     * @param standIn the replacement of the name
     * @param wasSha256 of the original file
     */
    public record RenamedFile(FiledFile.FiledFileKind kind, String standIn, Instant at, String wasSha256) {}

    /** Its files rewritten without a name, in order of time. */
    public List<RenamedFile> findRenamed(ReportId id) {
        return db.sql("""
                        SELECT kind, stand_in, renamed_at, was_sha256 FROM plan.report_renaming
                        WHERE report = ? ORDER BY renamed_at, kind
                        """)
                .param(id.value())
                .query((row, n) -> new RenamedFile(
                        FiledFile.FiledFileKind.valueOf(row.getString("kind")),
                        row.getString("stand_in"),
                        row.getObject("renamed_at", OffsetDateTime.class).toInstant(),
                        FiledFile.hex(row.getBytes("was_sha256"))))
                .list();
    }

    /** Its contents, without photographs that may no longer be shown. */
    public ReportContents publishableContents(FiledReport filed) {
        ReportContents then = filed.contents();
        Set<UUID> still = photographs.publishable(then.photographs());
        return new ReportContents(
                then.head(),
                then.parts(),
                then.facts(),
                then.photographs().stream()
                        .filter(photo -> still.contains(photo.document()))
                        .toList(),
                then.ahead());
    }

    /** The differences since the filing, by day; empty if there are none. */
    public List<ReportDifference> differences(FiledReport filed) {
        return corrections.differencesSince(filed);
    }
}
