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
import org.convergence.plan.realisation.RealisationFact;
import org.convergence.plan.realisation.RealisationFacts;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RealisationState;
import org.convergence.plan.report.ReportId;
import org.convergence.plan.report.ReportPermissions;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Filed reports: their files as they were handed over, what they said, and what was corrected since. */
@Service
@Transactional(readOnly = true)
@Requires(ReportPermissions.READ)
public class FiledReports {

    private final JdbcClient db;
    private final ReportDesk desk;
    private final FiledFiles files;
    private final FiledContents contents;
    private final ContentsMaker live;
    private final RealisationFacts realisations;
    private final ActionPlans plans;
    private final PhotoPicker photographs;

    FiledReports(
            JdbcClient db,
            ReportDesk desk,
            FiledFiles files,
            FiledContents contents,
            ContentsMaker live,
            RealisationFacts realisations,
            ActionPlans plans,
            PhotoPicker photographs) {
        this.db = db;
        this.desk = desk;
        this.files = files;
        this.contents = contents;
        this.live = live;
        this.realisations = realisations;
        this.plans = plans;
        this.photographs = photographs;
    }

    /** A report as it was filed. */
    public record Filed(Report report, Instant at, LocalDate on, Contents contents) {}

    /** The report as it was filed; empty as long as it is not. */
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
     * A file of a filed report, byte for byte, after its hash was compared.
     *
     * @throws NotFound where the report is not filed
     */
    public FiledFile file(ReportId id, FiledFile.Kind kind) {
        return files.find(id, kind).orElseThrow(() -> new NotFound("filed report"));
    }

    /** What it said, without the photographs that may not be shown any more. */
    public Contents showable(Filed filed) {
        Contents then = filed.contents();
        Set<UUID> still = photographs.publishable(then.photographs());
        return new Contents(
                then.head(),
                then.parts(),
                then.facts(),
                then.photographs().stream()
                        .filter(photo -> still.contains(photo.document()))
                        .toList());
    }

    /** What was corrected since the filing, in the order of the days; nothing where nothing was. */
    public List<Difference> differences(Filed filed) {
        Map<UUID, Fact> today = new LinkedHashMap<>();
        live.facts(filed.report(), filed.contents().head().leftOut()).forEach(fact -> today.put(fact.id(), fact));
        List<Fact> missing = filed.contents().facts().stream()
                .filter(fact -> !today.containsKey(fact.id()))
                .toList();
        Map<UUID, Fact> elsewhere = elsewhere(filed, missing);
        List<Difference> differences = new ArrayList<>();
        for (Fact then : filed.contents().facts()) {
            Fact now = today.containsKey(then.id()) ? today.remove(then.id()) : elsewhere.get(then.id());
            if (now == null) {
                differences.add(new Difference(Difference.Kind.WITHDRAWN, then, null));
            } else if (elsewhere.containsKey(then.id()) || !then.tellsTheSame(now)) {
                differences.add(new Difference(Difference.Kind.CHANGED, then, now));
            }
        }
        today.values().forEach(now -> differences.add(new Difference(Difference.Kind.ADDED, null, now)));
        differences.addAll(permissionsTakenBack(filed.contents()));
        return differences;
    }

    private List<Difference> permissionsTakenBack(Contents then) {
        Set<UUID> still = photographs.publishable(then.photographs());
        return then.photographs().stream()
                .filter(photo -> !still.contains(photo.document()))
                .flatMap(photo -> then.facts().stream().filter(fact -> fact.id().equals(photo.realisation())))
                .distinct()
                .map(fact -> new Difference(Difference.Kind.PERMISSION, fact, null))
                .toList();
    }

    /** Those that were done all the same, and belong elsewhere today: another period, another line. */
    private Map<UUID, Fact> elsewhere(Filed filed, List<Fact> missing) {
        Map<UUID, Fact> found = new LinkedHashMap<>();
        if (!missing.isEmpty()) {
            Facts made = new Facts(plans.lines(List.of(filed.report().planId())));
            for (RealisationFact fact : realisations.of(
                    missing.stream().map(each -> new RealisationId(each.id())).toList())) {
                if (fact.state() == RealisationState.DONE) {
                    found.put(fact.id().value(), made.of(fact, false));
                }
            }
        }
        return found;
    }
}
