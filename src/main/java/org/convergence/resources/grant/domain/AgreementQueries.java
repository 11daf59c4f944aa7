package org.convergence.resources.grant.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.audit.AuditEntry;
import org.convergence.platform.audit.AuditTrail;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.list.ListOrder;
import org.convergence.platform.list.ListPage;
import org.convergence.platform.list.ListQuery;
import org.convergence.platform.list.ListRequest;
import org.convergence.platform.list.SqlConditions;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.grant.AgreementDueId;
import org.convergence.resources.grant.AgreementDueKind;
import org.convergence.resources.grant.AgreementId;
import org.convergence.resources.grant.AgreementScope;
import org.convergence.resources.grant.GrantPermissions;
import org.convergence.resources.spending.Budgets;
import org.convergence.resources.spending.Budgets.BudgetLineState;
import org.convergence.resources.spending.Budgets.BudgetTotals;
import org.convergence.resources.spending.Budgets.LineVariance;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads agreements, their dates, and what is left of their lines. */
@Service
@Transactional(readOnly = true)
@Requires(GrantPermissions.READ)
public class AgreementQueries {

    /** The most changes of one history. */
    private static final int CHANGES = 50;

    private final JdbcClient db;
    private final Budgets budgets;
    private final AuditTrail audit;
    private final ListQuery<AgreementFilter, AgreementRow> list;

    AgreementQueries(JdbcClient db, Budgets budgets, AuditTrail audit, OrganisationSettings settings) {
        this.audit = audit;
        this.db = db;
        this.budgets = budgets;
        this.list = new ListQuery<>(
                db,
                """
                a.id, a.version, a.number, a.title, a.funder, coalesce(o.name, '') AS funder_name, a.currency, a.starts_on,
                a.ends_on, a.scope, a.terms, a.transfer_tolerance, a.retained_until, a.public_money, a.closed_on, a.closing_note
                """,
                "resources.grant_agreement a LEFT JOIN directory.people_organisation_name o ON o.id = a.funder",
                filter -> {
                    SqlConditions conditions = new SqlConditions();
                    return filter.withEnded()
                            ? conditions
                            : conditions.and(
                                    "a.ends_on >= :since",
                                    "since",
                                    settings.today().minusDays(90));
                },
                List.of(ListOrder.<AgreementRow>descending("latest")
                        .day("a.ends_on", AgreementRow::endsOn)
                        .id("a.id", AgreementRow::id)),
                RecordMapper.of(AgreementRow.class));
    }

    /**
     * A filter of agreements.
     *
     * @param withEnded whether those that ended more than 90 days ago are listed too
     */
    public record AgreementFilter(boolean withEnded) {

        /** All agreements. */
        public static final AgreementFilter ALL = new AgreementFilter(true);
    }

    /** An agreement. */
    public record AgreementRow(
            AgreementId id,
            int version,
            String number,
            String title,
            @Nullable UUID funder,
            String funderName,
            String currency,
            LocalDate startsOn,
            LocalDate endsOn,
            AgreementScope scope,
            String terms,
            @Nullable BigDecimal transferTolerance,
            @Nullable LocalDate retainedUntil,
            @Nullable Boolean publicMoney,
            @Nullable LocalDate closedOn,
            String closingNote) {}

    /**
     * A deliverable or an instalment.
     *
     * @param received what arrived of an instalment, or went back of a refund; {@code null} if it is what was planned
     * @param proof the address of what was made for it; {@code null} if it is not known here
     */
    public record AgreementDueRow(
            AgreementDueId id,
            int version,
            AgreementId agreement,
            String title,
            AgreementDueKind kind,
            String what,
            String clause,
            LocalDate dueOn,
            @Nullable BigDecimal amount,
            @Nullable BigDecimal received,
            String currency,
            @Nullable PersonId owner,
            @Nullable String ownerName,
            @Nullable LocalDate doneOn,
            @Nullable String proof) {

        /** What arrived of an instalment, or went back of a refund; zero while it is awaited, and for a deliverable. */
        public BigDecimal paid() {
            return doneOn == null ? BigDecimal.ZERO : Objects.requireNonNullElse(received, planned());
        }

        /** What the funder has paid by it: below zero for a refund. */
        public BigDecimal balance() {
            return kind == AgreementDueKind.REFUND ? paid().negate() : paid();
        }

        private BigDecimal planned() {
            return amount == null ? BigDecimal.ZERO : amount;
        }
    }

    /** @throws NotFound if there is no such agreement */
    public AgreementRow findById(AgreementId id) {
        return list.findByIds(AgreementFilter.ALL, List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("agreement"));
    }

    public ListPage<AgreementRow> findPage(ListRequest<AgreementFilter> request) {
        return list.findPage(request);
    }

    public Iterator<AgreementRow> iterateAll(AgreementFilter filter) {
        return list.iterateAll(filter, "");
    }

    /** The lines of an agreement with what is left of them. */
    public List<BudgetLineState> findLines(AgreementId id) {
        return budgets.findLines(id.subject());
    }

    /** The lines of some agreements, by the subjects of their budgets. */
    public Map<String, List<BudgetLineState>> findLines(List<AgreementRow> agreements) {
        return budgets.findLines(
                agreements.stream().map(each -> each.id().subject()).toList());
    }

    /** The lines of an agreement that depart from their budget this year so far that the report must say why. */
    public List<LineVariance> findVariances(AgreementId id) {
        return budgets.findVariances(id.subject());
    }

    /** The totals of some agreements, by the subjects of their budgets. */
    public Map<String, BudgetTotals> findTotals(List<AgreementRow> agreements) {
        return budgets.findTotals(
                agreements.stream().map(each -> each.id().subject()).toList());
    }

    /** What lacks before an agreement is closed; empty if it is closed. */
    public Optional<AgreementGaps> findGaps(AgreementId id) {
        return db.sql("SELECT deliverables, instalments, refunds, open_expenses, unreported, unretained FROM ("
                        + AgreementGaps.RUNNING + ") c WHERE c.id = ?")
                .param(id.value())
                .query(RecordMapper.of(AgreementGaps.class))
                .optional();
    }

    /** @throws NotFound if the agreement has no such deliverable or instalment */
    public AgreementDueRow findDue(AgreementId id, AgreementDueId due) {
        return findDues(id).stream()
                .filter(each -> each.id().equals(due))
                .findFirst()
                .orElseThrow(() -> new NotFound("due"));
    }

    /** The latest changes of a deliverable or an instalment, newest first. */
    public List<AuditEntry> findChanges(AgreementDueId due) {
        return audit.findByRow(AgreementDueService.TABLE, due.value(), CHANGES);
    }

    /** The deliverables and instalments of an agreement, by day. */
    public List<AgreementDueRow> findDues(AgreementId id) {
        return db.sql("""
                        SELECT d.id, d.version, d.agreement, a.title, d.kind, d.what, d.clause, d.due_on, d.amount, d.received,
                               a.currency, d.owner, p.display_name AS owner_name, d.done_on, d.proof
                        FROM resources.grant_agreement_due d JOIN resources.grant_agreement a ON a.id = d.agreement
                        LEFT JOIN directory.people_person_name p ON p.id = d.owner
                        WHERE d.agreement = :id ORDER BY d.done_on IS NOT NULL, d.due_on, d.id
                        """)
                .param("id", id.value())
                .query(RecordMapper.of(AgreementDueRow.class))
                .list();
    }
}
