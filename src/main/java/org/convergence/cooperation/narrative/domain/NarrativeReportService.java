package org.convergence.cooperation.narrative.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.convergence.cooperation.narrative.NarrativePermissions;
import org.convergence.cooperation.narrative.NarrativeReportId;
import org.convergence.cooperation.narrative.NarrativeState;
import org.convergence.cooperation.narrative.domain.FiledNarrative.FiledNarrativeFact;
import org.convergence.cooperation.narrative.domain.NarrativePolicy.NarrativeLack;
import org.convergence.cooperation.narrative.domain.NarrativeQueries.NarrativeRow;
import org.convergence.cooperation.project.ProjectId;
import org.convergence.directory.people.OrganisationId;
import org.convergence.identity.AccountActors;
import org.convergence.plan.filing.Filings;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Sha256;
import org.convergence.platform.text.TextParser;
import org.convergence.resources.grant.AgreementDeliverables;
import org.convergence.resources.grant.AgreementDueId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens reports, submits and approves them, and files them: from then on nothing of them changes (R-GAR-9). */
@Service
@Transactional
@Requires(NarrativePermissions.EDIT)
public class NarrativeReportService {

    static final String TABLE = "cooperation.narrative_report";

    private final JdbcClient db;
    private final NarrativeQueries queries;
    private final Filings<NarrativeReportId> filings;
    private final AgreementDeliverables deliverables;
    private final AccountActors accounts;
    private final OrganisationSettings settings;
    private final Clock clock;

    NarrativeReportService(
            JdbcClient db,
            NarrativeQueries queries,
            Filings<NarrativeReportId> filings,
            AgreementDeliverables deliverables,
            AccountActors accounts,
            OrganisationSettings settings,
            Clock clock) {
        this.db = db;
        this.queries = queries;
        this.filings = filings;
        this.deliverables = deliverables;
        this.accounts = accounts;
        this.settings = settings;
        this.clock = clock;
    }

    /** The place is stored as a keyed mark. */
    @Bean
    static Filings<NarrativeReportId> filedNarrativeReports(
            JdbcClient db, OrganisationSettings settings, Clock clock, NarrativeRenderer renderer) {
        return new Filings<>(
                db,
                settings,
                clock,
                "narrative_report",
                TABLE + "/facts",
                facts -> renderer.render(facts.as(FiledNarrative.class)));
    }

    /**
     * A report to open.
     *
     * @param due the deliverable of an agreement; {@code null} for none
     * @param funder if there is no deliverable; {@code null} for none
     */
    public record NarrativeFacts(
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
     */
    @Transactional(label = "narrative.open")
    public NarrativeReportId open(NarrativeFacts facts) {
        NarrativeReportId id = new NarrativeReportId(Ids.next());
        AgreementDueId due = facts.due();
        OrganisationId funder = due == null
                ? facts.funder()
                : deliverables
                        .findById(due)
                        .orElseThrow(() -> new NotFound("deliverable"))
                        .funder();
        try {
            db.sql("""
                            INSERT INTO cooperation.narrative_report
                                   (id, project, due, funder, title, language, starts_on, ends_on)
                            VALUES (:id, :project, :due, :funder, :title, :language, :from, :to)
                            """)
                    .param("id", id.value())
                    .param("project", facts.project().value())
                    .param("due", due == null ? null : due.value())
                    .param("funder", funder == null ? null : funder.value())
                    .param("title", facts.title())
                    .param("language", facts.language().code())
                    .param("from", facts.startsOn())
                    .param("to", facts.endsOn())
                    .update();
        } catch (DataIntegrityViolationException gone) {
            throw new NotFound("project");
        }
        return id;
    }

    /** Asks for a second look. */
    @Transactional(label = "narrative.submit")
    public void submit(NarrativeReportId id, int version) {
        lock(id, version, NarrativeState.DRAFT);
        db.sql("""
                        UPDATE cooperation.narrative_report SET state = 'SUBMITTED', submitted_by = ?, version = version + 1
                        WHERE id = ?
                        """).params(CurrentActor.get().id(), id.value()).update();
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
        if (!mayApprove(row)) {
            throw new Refused("narrative.refused.own");
        }
        requireComplete(id);
        db.sql("""
                        UPDATE cooperation.narrative_report
                        SET state = 'APPROVED', approved_by = :by, approved_at = :at, digest = :digest, version = version + 1
                        WHERE id = :id
                        """)
                .param("by", CurrentActor.get().id())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("digest", digest(assemble(row)))
                .param("id", id.value())
                .update();
    }

    /** Whether the current person may approve a report: another one than submitted it, if there is another. */
    @Requires(NarrativePermissions.READ)
    public boolean mayApprove(NarrativeRow row) {
        return CurrentActor.get().may(NarrativePermissions.APPROVE)
                && (!CurrentActor.get().id().equals(row.submittedBy())
                        || accounts.findAll().stream()
                                .noneMatch(each -> each.may(NarrativePermissions.APPROVE)
                                        && !each.id().equals(row.submittedBy())));
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
     * Files an approved report; its deliverable is handed in, with the report as its proof.
     *
     * @throws Refused if a section is empty or too long, or the text is not the one that was approved
     */
    @Transactional(label = "narrative.file")
    public void file(NarrativeReportId id, int version) {
        NarrativeRow row = lock(id, version, NarrativeState.APPROVED);
        requireComplete(id);
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
            deliverables.deliver(row.due(), "/cooperation/narrative/" + id.value());
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
        NarrativeState state = hold(db, id, "FOR SHARE").orElseThrow(() -> new NotFound("narrative-report"));
        if (!state.isOpen()) {
            throw new Refused("narrative.refused.state." + state);
        }
    }

    private void requireComplete(NarrativeReportId id) {
        List<NarrativeLack> lacks = findLacks(id);
        if (!lacks.isEmpty()) {
            throw new Refused(lacks.get(0).key(), lacks.get(0).arguments().toArray());
        }
    }

    /** What hinders the filing. */
    @Requires(NarrativePermissions.READ)
    @Transactional(readOnly = true)
    public List<NarrativeLack> findLacks(NarrativeReportId id) {
        return NarrativePolicy.lacks(queries.findSections(id), queries.findPassages(id));
    }

    /** The report as it would be filed now. */
    FiledNarrative assemble(NarrativeRow row) {
        List<NarrativeSection> sections = queries.findSections(row.id());
        List<NarrativePassage> passages = queries.findPassages(row.id());
        String text = String.join(
                "\n", sections.stream().map(each -> each.content().body()).toList());
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
                        .filter(each -> text.replace("\r\n", "\n").contains(each.body()))
                        .map(each -> new FiledNarrativeFact(each.kind(), each.reference(), each.label(), each.body()))
                        .distinct()
                        .toList());
    }

    /** A hash of the texts that go in the file. */
    private static String digest(FiledNarrative report) {
        return Sha256.hexOf(Json.of(report.sections()).toString());
    }
}
