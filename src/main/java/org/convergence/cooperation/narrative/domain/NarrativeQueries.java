package org.convergence.cooperation.narrative.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.convergence.cooperation.narrative.NarrativePermissions;
import org.convergence.cooperation.narrative.NarrativeReportId;
import org.convergence.cooperation.narrative.NarrativeState;
import org.convergence.cooperation.narrative.domain.NarrativeFact.FactClaim;
import org.convergence.cooperation.narrative.domain.NarrativeFact.FactKind;
import org.convergence.cooperation.narrative.domain.NarrativeFact.FactReference;
import org.convergence.cooperation.narrative.domain.NarrativeFact.NarrativeInsertionId;
import org.convergence.cooperation.narrative.domain.NarrativePassage.NarrativePassageId;
import org.convergence.cooperation.narrative.domain.NarrativeSection.NarrativeSectionId;
import org.convergence.cooperation.project.ProjectId;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.audit.AuditEntry;
import org.convergence.platform.audit.AuditTrail;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.OpenedRow;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.list.ListOrder;
import org.convergence.platform.list.ListPage;
import org.convergence.platform.list.ListQuery;
import org.convergence.platform.list.ListRequest;
import org.convergence.platform.list.SqlConditions;
import org.convergence.platform.shell.ListSlice;
import org.convergence.resources.grant.AgreementDueId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads reports with their sections, passages and inserted facts. */
@Service
@Transactional(readOnly = true)
@Requires(NarrativePermissions.READ)
public class NarrativeQueries {

    private static final int CHANGES = 30;

    private final JdbcClient db;
    private final NarrativeSectionRepository sections;
    private final NarrativePassageRepository passages;
    private final AuditTrail audit;
    private final ListQuery<NarrativeFilter, NarrativeRow> list;

    NarrativeQueries(
            JdbcClient db, NarrativeSectionRepository sections, NarrativePassageRepository passages, AuditTrail audit) {
        this.db = db;
        this.sections = sections;
        this.passages = passages;
        this.audit = audit;
        this.list = new ListQuery<>(
                db,
                """
                r.id, r.version, r.project, p.title AS project_title, r.due, coalesce(d.agreement_title, '') AS agreement_title,
                coalesce(d.what, '') AS what, coalesce(d.due_on, r.ends_on) AS deadline, r.funder,
                coalesce(o.name, '') AS funder_name, r.title, r.language, r.starts_on, r.ends_on, r.state, r.submitted_by,
                r.approved_by, r.approved_at, r.digest, r.filed_on, r.handed_on, r.handed_how
                """,
                """
                cooperation.narrative_report r
                JOIN cooperation.project_title p ON p.id = r.project
                LEFT JOIN resources.grant_deliverable d ON d.id = r.due
                LEFT JOIN directory.people_organisation_name o ON o.id = r.funder
                """,
                filter -> new SqlConditions()
                        .andPassage("r.search_form", filter.words())
                        .andWhether("r.filed_on IS NOT NULL", filter.filed())
                        .andSelective("r.project = :project", "project", filter.project())
                        .andSelective("r.funder = :funder", "funder", filter.funder()),
                List.of(
                        ListOrder.<NarrativeRow>ascending("due")
                                .day("coalesce(d.due_on, r.ends_on)", NarrativeRow::deadline)
                                .id("r.id", NarrativeRow::id),
                        ListOrder.<NarrativeRow>descending("latest")
                                .day("r.ends_on", NarrativeRow::endsOn)
                                .id("r.id", NarrativeRow::id)),
                RecordMapper.of(NarrativeRow.class));
    }

    /**
     * A filter of reports.
     *
     * @param words in the title; may be empty
     * @param filed those that are filed, or those that are not; {@code null} for all
     */
    public record NarrativeFilter(
            String words,
            @Nullable Boolean filed,
            @Nullable ProjectId project,
            @Nullable OrganisationId funder) {

        /** All reports. */
        public static final NarrativeFilter ALL = new NarrativeFilter("", null, null, null);
    }

    /**
     * A report.
     *
     * @param what the deliverable; empty for none
     * @param deadline of the deliverable, else the end of the period
     * @param filedOn the day from which its text no longer changes
     * @param handedOn the day on which people handed it in; {@code null} until they note it
     * @param handedHow the way; empty for none
     */
    public record NarrativeRow(
            NarrativeReportId id,
            int version,
            ProjectId project,
            String projectTitle,
            @Nullable AgreementDueId due,
            String agreementTitle,
            String what,
            LocalDate deadline,
            @Nullable OrganisationId funder,
            String funderName,
            String title,
            String language,
            LocalDate startsOn,
            LocalDate endsOn,
            NarrativeState state,
            @Nullable UUID submittedBy,
            @Nullable UUID approvedBy,
            @Nullable Instant approvedAt,
            @Nullable String digest,
            @Nullable LocalDate filedOn,
            @Nullable LocalDate handedOn,
            String handedHow) {}

    /** A fact inserted in a section, as it was inserted. */
    public record InsertionRow(
            NarrativeInsertionId id,
            NarrativeSectionId section,
            FactKind kind,
            String reference,
            String label,
            String body,
            LocalDate insertedOn) {

        public FactReference fact() {
            return new FactReference(kind, reference);
        }
    }

    /** @throws NotFound if there is no such report */
    public NarrativeRow findById(NarrativeReportId id) {
        return list.findByIds(NarrativeFilter.ALL, List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("narrative-report"));
    }

    /** Some reports, by their ids. */
    Map<NarrativeReportId, NarrativeRow> findByIds(Collection<NarrativeReportId> ids) {
        return list.findByIds(NarrativeFilter.ALL, ids).stream()
                .collect(Collectors.toMap(NarrativeRow::id, Function.identity()));
    }

    public ListPage<NarrativeRow> findPage(ListRequest<NarrativeFilter> request) {
        return list.findPage(request);
    }

    public ListSlice<NarrativeRow> findSlice(ListRequest<NarrativeFilter> request) {
        return list.findSlice(request);
    }

    /** Other reports to the same funder, the latest first: their sections may be taken up. */
    public List<NarrativeRow> findEarlier(NarrativeRow report) {
        return report.funder() == null
                ? List.of()
                : list
                        .findSlice(new ListRequest<>(
                                new NarrativeFilter("", null, null, report.funder()), "latest", null, 20))
                        .rows()
                        .stream()
                        .filter(each -> !each.id().equals(report.id()))
                        .toList();
    }

    /** The sections of a report, in order. */
    public List<NarrativeSection> findSections(NarrativeReportId report) {
        return sections.findByReport(report.value());
    }

    /** @throws NotFound if there is no such section */
    public NarrativeSection findSection(NarrativeSectionId id) {
        return sections.findById(id.value()).orElseThrow(() -> new NotFound("narrative-section"));
    }

    /** The passages of a report. */
    public List<NarrativePassage> findPassages(NarrativeReportId report) {
        return passages.findByReport(report.value());
    }

    /** @throws NotFound if there is no such passage */
    public NarrativePassage findPassage(NarrativePassageId id) {
        return passages.findById(id.value()).orElseThrow(() -> new NotFound("narrative-passage"));
    }

    /** The facts inserted in a report, by section in the order of their insertion. */
    public List<InsertionRow> findInsertions(NarrativeReportId report) {
        return db.sql("""
                        SELECT i.id, i.section, i.kind, i.reference, i.label, i.body, i.inserted_on
                        FROM cooperation.narrative_insertion i JOIN cooperation.narrative_section s ON s.id = i.section
                        WHERE s.report = ? ORDER BY s.position, i.id
                        """)
                .param(report.value())
                .query(RecordMapper.of(InsertionRow.class))
                .list();
    }

    /** The organisations with which we cooperate, or may. */
    Set<OrganisationId> findRelations() {
        return db.sql("SELECT organisation FROM cooperation.partner_relation")
                .query((row, n) -> new OrganisationId(row.getObject(1, UUID.class)))
                .set();
    }

    /** Every name of these organisations: full, short and others. */
    List<String> findNames(Collection<OrganisationId> organisations) {
        return db.sql("""
                        SELECT DISTINCT called
                        FROM directory.people_organisation_name o, unnest(o.other_names || o.name || o.short_name) AS called
                        WHERE o.id = ANY (?) AND called IS NOT NULL ORDER BY called
                        """)
                .param(organisations.stream().map(OrganisationId::value).toArray(UUID[]::new))
                .query(String.class)
                .list();
    }

    /** Filed reports to other funders that have an activity, what is told of it, or the same participations. */
    public List<FactClaim> findClaims(NarrativeRow report, Collection<String> realisations) {
        return db.sql("""
                        SELECT DISTINCT i.reference, coalesce(o.name, r.title) AS funder, r.filed_on
                        FROM cooperation.narrative_insertion i
                        JOIN cooperation.narrative_section s ON s.id = i.section
                        JOIN cooperation.narrative_report r ON r.id = s.report
                        LEFT JOIN directory.people_organisation_name o ON o.id = r.funder
                        WHERE (i.kind IN ('ACTIVITY', 'STORY') AND i.reference = ANY (:references)
                               OR i.kind = 'PEOPLE' AND i.reference = :participations AND r.project = :project
                                  AND r.starts_on <= :to AND r.ends_on >= :from)
                          AND r.filed_on IS NOT NULL AND r.id <> :id AND r.funder IS DISTINCT FROM CAST(:funder AS uuid)
                        ORDER BY r.filed_on, funder
                        """)
                .param("references", realisations.toArray(String[]::new))
                .param("participations", NarrativeFact.PARTICIPATIONS)
                .param("project", report.project().value())
                .param("from", report.startsOn())
                .param("to", report.endsOn())
                .param("id", report.id().value())
                .param(
                        "funder",
                        report.funder() == null ? null : report.funder().value())
                .query(RecordMapper.of(FactClaim.class))
                .list();
    }

    /** The latest changes of a row, the newest first. */
    public List<AuditEntry> findChanges(String table, UUID id) {
        return audit.findByRow(table, id, CHANGES);
    }

    /** A row as it was when its form was opened. */
    public OpenedRow findOpened(String table, UUID id, int version) {
        return audit.findOpened(table, id, version);
    }
}
