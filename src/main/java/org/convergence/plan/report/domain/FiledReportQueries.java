package org.convergence.plan.report.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.realisation.RealisationFact;
import org.convergence.plan.realisation.RealisationFacts;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RealisationState;
import org.convergence.plan.report.ReportId;
import org.convergence.plan.report.ReportPermissions;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
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
    private final PhotoPicker photographs;
    private final ReportContentsAssembler contents;
    private final RealisationFacts realisations;
    private final ActionPlans plans;

    FiledReportQueries(
            JdbcClient db,
            ReportAccess reportAccess,
            FiledFileRepository files,
            PhotoPicker photographs,
            ReportContentsAssembler contents,
            RealisationFacts realisations,
            ActionPlans plans) {
        this.db = db;
        this.reportAccess = reportAccess;
        this.files = files;
        this.photographs = photographs;
        this.contents = contents;
        this.realisations = realisations;
        this.plans = plans;
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
                        files.findContents(id).orElseThrow()))
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
            SELECT kind, stand_in, renamed_at AS at, encode(was_sha256, 'hex') AS was_sha256 FROM plan.report_renaming
            WHERE report = ? ORDER BY renamed_at, kind
            """)
                .param(id.value())
                .query(RecordMapper.of(RenamedFile.class))
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
        Map<UUID, ReportFact> today = new LinkedHashMap<>();
        contents.facts(filed.report(), filed.contents().head().leftOut()).forEach(fact -> today.put(fact.id(), fact));
        List<ReportFact> missing = filed.contents().facts().stream()
                .filter(fact -> !today.containsKey(fact.id()))
                .toList();
        Map<UUID, ReportFact> elsewhere = elsewhere(filed, missing);
        List<ReportDifference> differences = new ArrayList<>();
        for (ReportFact then : filed.contents().facts()) {
            ReportFact now = today.containsKey(then.id()) ? today.remove(then.id()) : elsewhere.get(then.id());
            if (now == null) {
                differences.add(new ReportDifference(ReportDifference.DifferenceKind.WITHDRAWN, then, null));
            } else if (elsewhere.containsKey(then.id()) || !then.tellsTheSame(now)) {
                differences.add(new ReportDifference(ReportDifference.DifferenceKind.CHANGED, then, now));
            }
        }
        today.values()
                .forEach(
                        now -> differences.add(new ReportDifference(ReportDifference.DifferenceKind.ADDED, null, now)));
        differences.addAll(permissionsTakenBack(filed.contents()));
        return differences;
    }

    private List<ReportDifference> permissionsTakenBack(ReportContents then) {
        Set<UUID> still = photographs.publishable(then.photographs());
        return then.photographs().stream()
                .filter(photo -> !still.contains(photo.document()))
                .flatMap(photo -> then.facts().stream().filter(fact -> fact.id().equals(photo.realisation())))
                .distinct()
                .map(fact -> new ReportDifference(ReportDifference.DifferenceKind.PERMISSION, fact, null))
                .toList();
    }

    /** The missing facts whose realisations are still done, but now belong to another period or line. */
    private Map<UUID, ReportFact> elsewhere(FiledReport filed, List<ReportFact> missing) {
        Map<UUID, ReportFact> found = new LinkedHashMap<>();
        if (!missing.isEmpty()) {
            List<PlanId> plan = List.of(filed.report().planId());
            ReportFactConverter made = new ReportFactConverter(plans.findLines(plan), realisations.contributions(plan));
            for (RealisationFact fact : realisations.findAllById(
                    missing.stream().map(each -> new RealisationId(each.id())).toList())) {
                if (fact.state() == RealisationState.DONE) {
                    found.put(fact.id().value(), made.convert(fact, false));
                }
            }
        }
        return found;
    }
}
