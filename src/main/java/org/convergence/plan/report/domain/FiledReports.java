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
public class FiledReports {

    private final JdbcClient db;
    private final ReportDesk desk;
    private final FiledFiles files;
    private final FiledContents contents;
    private final PhotoPicker photographs;
    private final Corrections corrections;

    FiledReports(
            JdbcClient db,
            ReportDesk desk,
            FiledFiles files,
            FiledContents contents,
            PhotoPicker photographs,
            Corrections corrections) {
        this.db = db;
        this.desk = desk;
        this.files = files;
        this.contents = contents;
        this.photographs = photographs;
        this.corrections = corrections;
    }

    /** A report as filed. */
    public record Filed(Report report, Instant at, LocalDate on, Contents contents) {}

    /** The report as filed; empty if it is not filed. */
    public Optional<Filed> find(ReportId id) {
        Report report = desk.report(id);
        return db.sql("SELECT filed_at, filed_on FROM plan.report_filing WHERE report = ?")
                .param(id.value())
                .query((row, n) -> new Filed(
                        report,
                        row.getObject("filed_at", OffsetDateTime.class).toInstant(),
                        row.getObject("filed_on", LocalDate.class),
                        contents.of(id).orElseThrow()))
                .optional();
    }

    /**
     * A file of a filed report, byte for byte, after its hash is checked.
     *
     * @throws NotFound if the report is not filed
     */
    public FiledFile file(ReportId id, FiledFile.Kind kind) {
        return files.find(id, kind).orElseThrow(() -> new NotFound("filed report"));
    }

    /**
     * A file that was rewritten without a name.
     *
     * @param standIn the replacement of the name
     * @param wasSha256 of the original file
     */
    public record Renamed(FiledFile.Kind kind, String standIn, Instant at, String wasSha256) {}

    /** Its files rewritten without a name, in order of time. */
    public List<Renamed> renamed(ReportId id) {
        return db.sql("""
                        SELECT kind, stand_in, renamed_at, was_sha256 FROM plan.report_renaming
                        WHERE report = ? ORDER BY renamed_at, kind
                        """)
                .param(id.value())
                .query((row, n) -> new Renamed(
                        FiledFile.Kind.valueOf(row.getString("kind")),
                        row.getString("stand_in"),
                        row.getObject("renamed_at", OffsetDateTime.class).toInstant(),
                        FiledFile.hex(row.getBytes("was_sha256"))))
                .list();
    }

    /** Its contents, without photographs that may no longer be shown. */
    public Contents showable(Filed filed) {
        Contents then = filed.contents();
        Set<UUID> still = photographs.publishable(then.photographs());
        return new Contents(
                then.head(),
                then.parts(),
                then.facts(),
                then.photographs().stream()
                        .filter(photo -> still.contains(photo.document()))
                        .toList(),
                then.ahead());
    }

    /** The differences since the filing, by day; empty if there are none. */
    public List<Difference> differences(Filed filed) {
        return corrections.since(filed);
    }
}
