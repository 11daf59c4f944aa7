package org.convergence.cooperation.fieldwork.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.cooperation.fieldwork.FieldworkPermissions;
import org.convergence.cooperation.fieldwork.PartnerEntryId;
import org.convergence.cooperation.fieldwork.PartnerPages;
import org.convergence.cooperation.fieldwork.domain.SentEntry.PartnerEntryState;
import org.convergence.directory.people.OrganisationId;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.actionplan.PlanSummary;
import org.convergence.platform.access.Requires;
import org.convergence.platform.audit.AuditEntry;
import org.convergence.platform.audit.AuditEntry.RowOperation;
import org.convergence.platform.audit.AuditTrail;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.list.ListOrder;
import org.convergence.platform.list.ListPage;
import org.convergence.platform.list.ListQuery;
import org.convergence.platform.list.ListRequest;
import org.convergence.platform.list.SqlConditions;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.ListSlice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what partners sent; accepted figures and the languages of pages, for other modules. */
@Service
@Transactional(readOnly = true)
@Requires(FieldworkPermissions.READ)
public class PartnerEntryQueries implements PartnerPages {

    private static final int MOST_CHANGES = 20;

    /** The columns that a row of a workbook fills. */
    private static final Set<String> SAID = Set.of(
            "happened_on", "label", "details", "typed", "figure", "currency", "women", "men", "others", "not_stated");

    private final JdbcClient db;
    private final AuditTrail audit;
    private final ActionPlans plans;
    private final ListQuery<PartnerEntryFilter, PartnerEntryRow> list;
    private final OrganisationSettings settings;

    PartnerEntryQueries(JdbcClient db, AuditTrail audit, ActionPlans plans, OrganisationSettings settings) {
        this.db = db;
        this.audit = audit;
        this.plans = plans;
        this.list = new ListQuery<>(
                db,
                """
                e.id, e.version, e.organisation, o.name AS organisation_name, e.kind, e.state, e.language, e.country,
                e.received_on, e.happened_on, e.label, e.details, e.typed, coalesce(b.amount, e.figure) AS figure,
                coalesce(b.currency, e.currency) AS currency, e.women, e.men, e.others,
                e.not_stated, e.photograph, e.document, e.comment, e.answer, e.decided_by, e.decided_on, e.became,
                e.workbook IS NOT NULL AS is_from_workbook,
                CASE WHEN e.state <> 'ACCEPTED' THEN NULL
                     WHEN e.kind = 'SPENT' AND x.id IS NULL THEN 'GONE'
                     WHEN x.state = 'RETURNED' THEN 'QUESTIONED'
                     WHEN x.state NOT IN ('ACCEPTED', 'CLOSED') THEN 'PENDING'
                     WHEN e.kind = 'HAPPENED' AND coalesce(r.state, 'WITHDRAWN') = 'WITHDRAWN' THEN 'GONE' END AS standing
                """,
                """
                cooperation.fieldwork_entry e
                JOIN directory.people_organisation_name o ON o.id = e.organisation
                LEFT JOIN resources.spending_expense_standing x
                  ON x.id = CASE WHEN e.kind = 'SPENT' THEN CAST(split_part(e.became, '/', 4) AS uuid) END
                LEFT JOIN LATERAL (SELECT x.amount, x.currency WHERE e.state = 'ACCEPTED') b ON true
                LEFT JOIN plan.realisation_summary r
                  ON r.id = CASE WHEN e.kind = 'HAPPENED' THEN CAST(split_part(e.became, '/', 4) AS uuid) END
                """,
                filter -> new SqlConditions()
                        .and("e.state = :state", "state", filter.state())
                        .andSelective("e.organisation = :organisation", "organisation", filter.organisation()),
                List.of(
                        ListOrder.<PartnerEntryRow>ascending("received")
                                .day("e.received_on", PartnerEntryRow::receivedOn)
                                .id("e.id", PartnerEntryRow::id),
                        ListOrder.<PartnerEntryRow>descending("latest")
                                .day("e.received_on", PartnerEntryRow::receivedOn)
                                .id("e.id", PartnerEntryRow::id)),
                RecordMapper.of(PartnerEntryRow.class));
        this.settings = settings;
    }

    /** A filter of entries; each {@code null} for all. */
    public record PartnerEntryFilter(
            @Nullable PartnerEntryState state, @Nullable OrganisationId organisation) {}

    /** @throws NotFound if there is no such entry */
    public PartnerEntryRow findById(PartnerEntryId id) {
        return findByIds(List.of(id)).stream().findFirst().orElseThrow(() -> new NotFound("entry"));
    }

    /** The entries of these ids, in their order. */
    List<PartnerEntryRow> findByIds(List<PartnerEntryId> ids) {
        return list.findByIds(new PartnerEntryFilter(null, null), ids);
    }

    /** The last change of what a row of a workbook says, with the values before it; empty if there was none. */
    public Optional<AuditEntry> findRowChange(PartnerEntryId id) {
        return audit.findByRow(PartnerEntryRepository.TABLE, id.value(), MOST_CHANGES).stream()
                .filter(each -> each.operation() == RowOperation.UPDATE
                        && each.fields().stream().anyMatch(field -> SAID.contains(field.name())))
                .findFirst();
    }

    /** All that we accepted of a partner for these days and still have, the latest first: its totals are whole. */
    List<PartnerEntryRow> findAccepted(OrganisationId organisation, LocalDate from, LocalDate to) {
        List<PartnerEntryId> ids = db.sql("""
                        SELECT id FROM cooperation.fieldwork_entry
                        WHERE organisation = :organisation AND state = 'ACCEPTED'
                          AND coalesce(happened_on, received_on) BETWEEN :from AND :to
                        ORDER BY received_on DESC, id DESC
                        """)
                .param("organisation", organisation.value())
                .param("from", from)
                .param("to", to)
                .query((row, n) -> new PartnerEntryId(row.getObject(1, UUID.class)))
                .list();
        return findByIds(ids).stream().filter(entry -> entry.standing() == null).toList();
    }

    /** The figures counted at an address, the earliest first. */
    public List<PartnerEntryRow> findCounted(String url) {
        return list.findByIds(
                new PartnerEntryFilter(PartnerEntryState.ACCEPTED, null),
                db.sql("SELECT id FROM cooperation.fieldwork_entry WHERE became = ? ORDER BY id LIMIT 200")
                        .param(url)
                        .query((row, n) -> new PartnerEntryId(row.getObject(1, UUID.class)))
                        .list());
    }

    /**
     * The lines of the plans of that day that what happened may serve: those of the partner's projects which lasted that
     * day.
     */
    public List<PlanLine> findServedLines(PartnerEntryRow entry) {
        List<ActionId> served = db
                .sql("""
                        SELECT DISTINCT action FROM cooperation.project_partner_line
                        WHERE organisation = :organisation
                          AND :day BETWEEN coalesce(starts_on, '-infinity') AND coalesce(ends_on, 'infinity')
                        """)
                .param("organisation", entry.organisation().value())
                .param("day", Objects.requireNonNullElse(entry.happenedOn(), entry.receivedOn()))
                .query(UUID.class)
                .stream()
                .map(ActionId::new)
                .toList();
        if (served.isEmpty()) {
            return List.of();
        }
        LocalDate day = Objects.requireNonNullElse(entry.happenedOn(), entry.receivedOn());
        Set<PlanId> inForce = plans.findRecordable().stream()
                .filter(plan -> plan.isInForce(day))
                .map(PlanSummary::id)
                .collect(Collectors.toSet());
        return plans.findLinesById(served).values().stream()
                .filter(line -> inForce.contains(line.plan()) && !line.dropped())
                .sorted(Comparator.comparing(PlanLine::label))
                .toList();
    }

    /** The subjects of the budgets of the agreements that pay for a partner's projects. */
    public Set<String> findFundingSubjects(OrganisationId organisation) {
        return Set.copyOf(
                db.sql("""
                        SELECT DISTINCT 'resources.grant/agreement/' || f.agreement
                        FROM cooperation.project_funding f JOIN cooperation.project_by_partner p ON p.id = f.project
                        WHERE p.party = ?
                        """).param(organisation.value()).query(String.class).list());
    }

    public ListPage<PartnerEntryRow> findPage(ListRequest<PartnerEntryFilter> request) {
        return list.findPage(request);
    }

    /** A page of entries without their count, for the API. */
    public ListSlice<PartnerEntryRow> findSlice(ListRequest<PartnerEntryFilter> request) {
        return list.findSlice(request);
    }

    /** The latest entries of a partner. */
    public List<PartnerEntryRow> findLatest(OrganisationId organisation, int limit) {
        return list.findSlice(new ListRequest<>(new PartnerEntryFilter(null, organisation), "latest", null, limit))
                .rows();
    }

    @Override
    public List<PartnerFigure> findAcceptedFigures(Collection<OrganisationId> partners, LocalDate from, LocalDate to) {
        return db.sql("""
                        SELECT e.id, e.organisation, o.name AS organisation_name,
                               coalesce(e.happened_on, e.received_on) AS day, e.label, e.figure
                        FROM cooperation.fieldwork_entry e
                        JOIN directory.people_organisation_name o ON o.id = e.organisation
                        WHERE e.organisation = ANY (:partners) AND e.kind = 'FIGURES' AND e.state = 'ACCEPTED'
                          AND e.figure IS NOT NULL AND coalesce(e.happened_on, e.received_on) BETWEEN :from AND :to
                        ORDER BY day, e.id LIMIT 100
                        """)
                .param("partners", ids(partners))
                .param("from", from)
                .param("to", to)
                .query(RecordMapper.of(PartnerFigure.class))
                .list();
    }

    @Override
    public Map<OrganisationId, String> findLanguages(Collection<OrganisationId> partners) {
        Map<OrganisationId, String> languages = new HashMap<>();
        db.sql("""
                        SELECT organisation, language FROM cooperation.fieldwork_link
                        WHERE organisation = ANY (:partners) AND revoked_at IS NULL AND until >= :today ORDER BY made_at
                        """)
                .param("partners", ids(partners))
                .param("today", settings.today())
                .query(RecordMapper.of(LinkLanguageRow.class))
                .list()
                .forEach(row -> languages.put(row.organisation(), row.language()));
        return languages;
    }

    private record LinkLanguageRow(OrganisationId organisation, String language) {}

    private static UUID[] ids(Collection<OrganisationId> partners) {
        return partners.stream().map(OrganisationId::value).toArray(UUID[]::new);
    }
}
