package org.convergence.cooperation.narrative.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.cooperation.narrative.NarrativePermissions;
import org.convergence.cooperation.narrative.NarrativeReportId;
import org.convergence.cooperation.narrative.NarrativeState;
import org.convergence.cooperation.narrative.domain.FiledNarrative.FiledNarrativeFact;
import org.convergence.cooperation.narrative.domain.NarrativePolicy.NarrativeLack;
import org.convergence.cooperation.narrative.domain.NarrativeQueries.NarrativeRow;
import org.convergence.cooperation.project.ProjectEvidence;
import org.convergence.cooperation.project.ProjectEvidence.ProjectPartner;
import org.convergence.cooperation.project.ProjectId;
import org.convergence.directory.people.OrganisationId;
import org.convergence.plan.filing.Filings;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.database.VersionedRow;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Sha256;
import org.convergence.platform.text.TextParser;
import org.convergence.resources.grant.AgreementDeliverables;
import org.convergence.resources.grant.AgreementDeliverables.Deliverable;
import org.convergence.resources.grant.AgreementDueId;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens reports, submits and approves them, files them: from then on nothing of them changes (R-GAR-9). */
@Service
@Transactional
@Requires(NarrativePermissions.EDIT)
public class NarrativeReportService {

    public static final String TABLE = "cooperation.narrative_report";

    private final JdbcClient db;
    private final NarrativeQueries queries;
    private final Filings<NarrativeReportId> filings;
    private final ProjectEvidence projects;
    private final AgreementDeliverables deliverables;
    private final NarrativeApprovers approvers;
    private final OrganisationSettings settings;
    private final Clock clock;

    NarrativeReportService(
            JdbcClient db,
            NarrativeQueries queries,
            Filings<NarrativeReportId> filings,
            ProjectEvidence projects,
            AgreementDeliverables deliverables,
            NarrativeApprovers approvers,
            OrganisationSettings settings,
            Clock clock) {
        this.db = db;
        this.queries = queries;
        this.filings = filings;
        this.projects = projects;
        this.deliverables = deliverables;
        this.approvers = approvers;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A report to open.
     *
     * @param due the deliverable of an agreement; {@code null} for none
     * @param funder if there is no deliverable; {@code null} for none
     */
    public record NewNarrativeReport(
            ProjectId project,
            @Nullable AgreementDueId due,
            @Nullable OrganisationId funder,
            String title,
            Language language,
            LocalDate startsOn,
            LocalDate endsOn) {}

    /**
     * Opens a report, without sections yet.
     *
     * @throws NotFound if the project or the deliverable is gone
     * @throws Refused if the deliverable is handed in, or its agreement does not fund the project
     */
    @Transactional(label = "narrative.open")
    public NarrativeReportId open(NewNarrativeReport facts) {
        AgreementDueId due = facts.due();
        Map<String, @Nullable Object> values = VersionedRow.values(facts, "language");
        values.put("language", facts.language().code());
        if (due != null) {
            values.put("funder", findDue(due, facts.project()).funder());
        }
        try {
            return new NarrativeReportId(VersionedRow.insert(db, TABLE, values));
        } catch (DataIntegrityViolationException gone) {
            throw new NotFound("project");
        }
    }

    private Deliverable findDue(AgreementDueId id, ProjectId project) {
        Deliverable due = deliverables.findById(id).orElseThrow(() -> new NotFound("deliverable"));
        if (due.doneOn() != null) {
            throw new Refused("narrative.refused.due-done", due.what());
        }
        if (!projects.findProject(project).agreements().contains(due.agreement().value())) {
            throw new Refused("narrative.refused.due-other", due.title());
        }
        return due;
    }

    /** Asks for a second look. */
    @Transactional(label = "narrative.submit")
    public void submit(NarrativeReportId id, int version) {
        lock(id, version, NarrativeState.DRAFT);
        db.sql("""
                        UPDATE cooperation.narrative_report SET state = 'SUBMITTED', submitted_by = ?, submitted_on = ?,
                               version = version + 1
                        WHERE id = ?
                        """)
                .params(CurrentActor.get().id(), settings.today(), id.value())
                .update();
    }

    /**
     * Approves the text of today; filing refuses another one.
     *
     * @throws Refused if something is missing, or the current person submitted it and another one may approve
     */
    @Transactional(label = "narrative.approve")
    @Requires(NarrativePermissions.APPROVE)
    public void approve(NarrativeReportId id, int version) {
        NarrativeRow row = lock(id, version, NarrativeState.SUBMITTED);
        if (!mayApprove(row.submittedBy())) {
            throw new Refused("narrative.refused.own");
        }
        requireComplete(row);
        db.sql("""
                        UPDATE cooperation.narrative_report
                        SET state = 'APPROVED', approved_by = :by, approved_at = :at, digest = :digest, version = version + 1
                        WHERE id = :id
                        """)
                .param("by", CurrentActor.get().id())
                .param("at", SqlTime.now(clock))
                .param("digest", digest(assemble(row)))
                .param("id", id.value())
                .update();
    }

    /** Whether the current person may approve a report: another one than submitted it, if there is another. */
    @Requires(NarrativePermissions.READ)
    public boolean mayApprove(@Nullable UUID submittedBy) {
        return CurrentActor.get().may(NarrativePermissions.APPROVE)
                && (!CurrentActor.get().id().equals(submittedBy)
                        || approvers.findAll().stream().allMatch(each -> each.equals(submittedBy)));
    }

    /** Whether an account other than the current one may approve reports. */
    @Requires(NarrativePermissions.READ)
    public boolean hasOtherApprover() {
        UUID own = CurrentActor.get().id();
        return approvers.findAll().stream().anyMatch(each -> !each.equals(own));
    }

    /** Takes a submitted or approved report up again; its approval is gone. */
    @Transactional(label = "narrative.take-up")
    public void takeUp(NarrativeReportId id, int version) {
        lock(id, version, NarrativeState.SUBMITTED, NarrativeState.APPROVED);
        db.sql("""
                        UPDATE cooperation.narrative_report
                        SET state = 'DRAFT', submitted_by = NULL, approved_by = NULL, approved_at = NULL, digest = NULL,
                            version = version + 1
                        WHERE id = ?
                        """).param(id.value()).update();
    }

    /**
     * Files an approved report, whose text no longer changes, and shows it on its deliverable. Nothing is sent: people hand
     * it in, as {@link NarrativeHandInService} notes.
     *
     * @throws Refused if a section is empty or too long, or the text is not the one that was approved
     */
    @Transactional(label = "narrative.file")
    public void file(NarrativeReportId id, int version) {
        NarrativeRow row = lock(id, version, NarrativeState.APPROVED);
        requireComplete(row);
        FiledNarrative report = assemble(row);
        if (!digest(report).equals(row.digest())) {
            throw new Refused("narrative.refused.changed");
        }
        filings.file(id, FiledNarrative.SCHEMA, Json.of(report));
        db.sql("""
                        UPDATE cooperation.narrative_report SET state = 'FILED', filed_on = ?, version = version + 1
                        WHERE id = ?
                        """).params(settings.today(), id.value()).update();
        if (row.due() != null) {
            deliverables.addProof(row.due(), "/cooperation/narrative/" + id.value());
        }
    }

    /** Deletes a report that is not filed, with its texts. */
    @Transactional(label = "narrative.remove")
    public void delete(NarrativeReportId id, int version) {
        lock(id, version, NarrativeState.DRAFT, NarrativeState.SUBMITTED, NarrativeState.APPROVED);
        db.sql("DELETE FROM cooperation.narrative_report WHERE id = ?")
                .param(id.value())
                .update();
    }

    private NarrativeRow lock(NarrativeReportId id, int version, NarrativeState... allowed) {
        hold(db, id, "FOR UPDATE");
        NarrativeRow row = queries.findById(id);
        if (row.version() != version) {
            throw new EditConflict(TABLE, id.value(), version);
        }
        if (!List.of(allowed).contains(row.state())) {
            throw new Refused("narrative.refused.state." + row.state());
        }
        return row;
    }

    /** Locks a report until the transaction ends, so that it is not approved or filed meanwhile. */
    static Optional<NarrativeState> hold(JdbcClient db, NarrativeReportId id, String lock) {
        return db.sql("SELECT state FROM cooperation.narrative_report WHERE id = ? " + lock)
                .param(id.value())
                .query(String.class)
                .optional()
                .flatMap(state -> TextParser.constant(state, NarrativeState.class));
    }

    /** @throws Refused unless the texts of a report may change */
    static void requireOpen(JdbcClient db, NarrativeReportId id) {
        NarrativeState state = hold(db, id, "FOR UPDATE").orElseThrow(() -> new NotFound("narrative-report"));
        if (!state.isOpen()) {
            throw new Refused("narrative.refused.state." + state);
        }
    }

    private void requireComplete(NarrativeRow row) {
        List<NarrativeLack> lacks = findLacks(row);
        if (!lacks.isEmpty()) {
            throw new Refused(lacks.get(0).key(), lacks.get(0).arguments().toArray());
        }
    }

    /** What hinders the filing. */
    @Requires(NarrativePermissions.READ)
    @Transactional(readOnly = true)
    public List<NarrativeLack> findLacks(NarrativeRow row) {
        return NarrativePolicy.lacks(
                queries.findSections(row.id()),
                queries.findPassages(row.id()),
                queries.findNames(projects.findProject(row.project()).partners().stream()
                        .map(ProjectPartner::organisation)
                        .toList()));
    }

    /** The report as it would be filed now. */
    @Requires(NarrativePermissions.READ)
    FiledNarrative assemble(NarrativeRow row) {
        List<NarrativeSection> sections = queries.findSections(row.id());
        List<NarrativePassage> passages = queries.findPassages(row.id());
        return new FiledNarrative(
                row.language(),
                row.title(),
                row.funderName(),
                row.agreementTitle(),
                row.projectTitle(),
                row.startsOn(),
                row.endsOn(),
                sections.stream()
                        .map(each -> NarrativePolicy.section(each, passages))
                        .toList(),
                queries.findInsertions(row.id()).stream()
                        .map(each -> new FiledNarrativeFact(each.kind(), each.reference(), each.label(), each.body()))
                        .distinct()
                        .toList());
    }

    /** A hash of the texts that go in the file. */
    private static String digest(FiledNarrative report) {
        return Sha256.hexOf(Json.of(report.sections()).toString());
    }
}
