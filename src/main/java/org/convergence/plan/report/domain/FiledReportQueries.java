package org.convergence.plan.report.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.filing.FactDifference;
import org.convergence.plan.filing.FiledFile;
import org.convergence.plan.filing.FiledFile.FiledFileKind;
import org.convergence.plan.filing.Filings;
import org.convergence.plan.filing.Filings.RenamedFile;
import org.convergence.plan.realisation.RealisationFacts;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RealisationState;
import org.convergence.plan.report.ReportId;
import org.convergence.plan.report.ReportPermissions;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Filed reports: their files as filed, their contents, and later corrections. */
@Service
@Transactional(readOnly = true)
@Requires(ReportPermissions.READ)
public class FiledReportQueries {

    private final ReportAccess reportAccess;
    private final Filings<ReportId> filings;
    private final PhotoPicker photographs;
    private final ReportContentsAssembler contents;
    private final RealisationFacts realisations;
    private final ActionPlans plans;

    FiledReportQueries(
            ReportAccess reportAccess,
            Filings<ReportId> filings,
            PhotoPicker photographs,
            ReportContentsAssembler contents,
            RealisationFacts realisations,
            ActionPlans plans) {
        this.reportAccess = reportAccess;
        this.filings = filings;
        this.photographs = photographs;
        this.contents = contents;
        this.realisations = realisations;
        this.plans = plans;
    }

    /** A report as filed. */
    public record FiledReport(Report report, Instant at, LocalDate on, ReportContents contents) {}

    /** The report as filed; empty if it is not filed. */
    public Optional<FiledReport> find(ReportId id) {
        return filings.find(id)
                .map(filing -> new FiledReport(
                        reportAccess.findById(id), filing.at(), filing.on(), Snapshot.contents(filing.facts())));
    }

    /**
     * A file of a filed report, byte for byte, after its hash is checked.
     *
     * @throws NotFound if the report is not filed
     */
    public FiledFile file(ReportId id, FiledFileKind kind) {
        return filings.findFile(id, kind).orElseThrow(() -> new NotFound("filed report"));
    }

    /** Its files rewritten without a name, in order of time. */
    public List<RenamedFile> findRenamed(ReportId id) {
        return filings.findRenamed(id);
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
    public List<FactDifference<ReportFact>> differences(FiledReport filed) {
        ReportContents then = filed.contents();
        List<ReportFact> now = contents.facts(filed.report(), then.head().leftOut());
        List<FactDifference<ReportFact>> differences =
                new ArrayList<>(FactDifference.compare(then.facts(), now, missing -> elsewhere(filed, missing)));
        differences.addAll(permissionsTakenBack(then));
        return differences;
    }

    private List<FactDifference<ReportFact>> permissionsTakenBack(ReportContents then) {
        Set<UUID> still = photographs.publishable(then.photographs());
        return then.photographs().stream()
                .filter(photo -> !still.contains(photo.document()))
                .flatMap(photo -> then.facts().stream().filter(fact -> fact.id().equals(photo.realisation())))
                .distinct()
                .map(FactDifference::redacted)
                .toList();
    }

    /** The missing facts whose realisations are still done, but now belong to another period or line. */
    private List<ReportFact> elsewhere(FiledReport filed, List<ReportFact> missing) {
        if (missing.isEmpty()) {
            return List.of();
        }
        List<PlanId> plan = List.of(filed.report().planId());
        var converter = new ReportFactConverter(plans.findLines(plan), realisations.contributions(plan));
        return realisations
                .findAllById(missing.stream()
                        .map(each -> new RealisationId(each.id()))
                        .toList())
                .stream()
                .filter(fact -> fact.state() == RealisationState.DONE)
                .map(fact -> converter.convert(fact, false))
                .toList();
    }
}
