package org.convergence.resources.spending.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.spending.BudgetLineId;
import org.convergence.resources.spending.ExpenseId;
import org.convergence.resources.spending.domain.ExpenseFacts.ExpenseSplit;
import org.convergence.resources.subsidy.HourClaims;
import org.convergence.resources.subsidy.HourClaims.ClaimedHours;
import org.convergence.resources.subsidy.SubsidyPermissions;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes expenses from the approved hours of a person, each hour claimed once (R-GRANT-11). */
@Service
@Transactional
@Requires(SubsidyPermissions.MANAGE)
public class HourExpenseService {

    /** How the references of expenses begin. */
    public static final String CLAIMANT = "resources.spending/expense/";

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private final JdbcClient db;
    private final HourClaims claims;
    private final ExpenseService expenses;
    private final OrganisationSettings settings;

    HourExpenseService(JdbcClient db, HourClaims claims, ExpenseService expenses, OrganisationSettings settings) {
        this.db = db;
        this.claims = claims;
        this.expenses = expenses;
        this.settings = settings;
    }

    /**
     * Hours that an agreement pays.
     *
     * @param cost wage and charges of an hour
     * @param paid of an hour by the agreement, within its cost
     * @param complement whether the agreement lets another funder pay the rest
     * @param actions the lines of the plan whose hours count; empty for all
     */
    public record HourFacts(
            PersonId person,
            LocalDate from,
            LocalDate to,
            BigDecimal cost,
            BigDecimal paid,
            boolean complement,
            BudgetLineId line,
            Set<UUID> actions) {}

    private record ApprovedEntry(UUID id, BigDecimal hours) {}

    /**
     * The approved hours of a period.
     *
     * @param claimed the hours that other records claim, by claimant
     */
    public record PeriodHours(BigDecimal hours, Map<String, BigDecimal> claimed) {}

    /** The approved hours of a person in a period on a line of the plan. */
    public record ActionHours(UUID action, BigDecimal hours) {}

    /** The lines of the plan on which a person has approved hours in a period, the most hours first. */
    @Transactional(readOnly = true)
    public List<ActionHours> findActions(PersonId person, LocalDate from, LocalDate to) {
        return db.sql("""
                        SELECT w.action, sum(t.hours) AS hours
                        FROM plan.time_approved_entry t CROSS JOIN LATERAL (
                            SELECT t.action WHERE t.action IS NOT NULL
                            UNION SELECT r.action FROM plan.realisation_line r WHERE r.realisation = t.realisation) w
                        WHERE t.person = :person AND NOT t.volunteer AND t.day BETWEEN :from AND :to
                        GROUP BY w.action ORDER BY sum(t.hours) DESC, w.action
                        """)
                .param("person", person.value())
                .param("from", from)
                .param("to", to)
                .query(RecordMapper.of(ActionHours.class))
                .list();
    }

    /**
     * The approved hours of a person in a period, volunteer ones left out.
     *
     * @param actions the lines of the plan whose hours count; empty for all
     */
    @Transactional(readOnly = true)
    public PeriodHours findHours(PersonId person, LocalDate from, LocalDate to, Set<UUID> actions) {
        return sum(findEntries(person, from, to, actions), "");
    }

    private PeriodHours sum(List<ApprovedEntry> entries, String claimant) {
        Map<String, BigDecimal> claimed = new LinkedHashMap<>();
        claims.findOthers(claimant, entries.stream().map(ApprovedEntry::id).toList())
                .forEach((other, ids) -> claimed.put(
                        other,
                        total(entries.stream()
                                .filter(entry -> Set.copyOf(ids).contains(entry.id()))
                                .toList())));
        return new PeriodHours(total(entries), claimed);
    }

    private static BigDecimal total(List<ApprovedEntry> entries) {
        return entries.stream().map(ApprovedEntry::hours).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private List<ApprovedEntry> findEntries(PersonId person, LocalDate from, LocalDate to, Set<UUID> actions) {
        return db.sql("""
                        SELECT t.id, t.hours FROM plan.time_approved_entry t
                        WHERE t.person = :person AND NOT t.volunteer AND t.day BETWEEN :from AND :to
                          AND (cardinality(:actions) = 0 OR t.action = ANY (:actions)
                               OR EXISTS (SELECT FROM plan.realisation_line r
                                          WHERE r.realisation = t.realisation AND r.action = ANY (:actions)))
                        ORDER BY t.day, t.id
                        """)
                .param("person", person.value())
                .param("from", from)
                .param("to", to)
                .param("actions", actions.toArray(UUID[]::new))
                .query(RecordMapper.of(ApprovedEntry.class))
                .list();
    }

    /**
     * Records hours × what the agreement pays of one as an expense of its line, in Canadian dollars, and claims them.
     *
     * @param supplier what the expense pays, in words that name nobody
     * @param note tells the period; never the hours of the person, which the accountant alone reads
     * @throws Refused if there are no approved hours, or another record claims some and one of both allows no complement
     */
    @Transactional(label = "spending.record-hours")
    public ExpenseId record(HourFacts facts, String supplier, String note) {
        // The lock of all hour claims comes before the hours are read.
        claims.release(CLAIMANT);
        List<ApprovedEntry> entries = findEntries(facts.person(), facts.from(), facts.to(), facts.actions());
        PeriodHours hours = sum(entries, "");
        if (entries.isEmpty()) {
            throw new Refused("spending.refused.no-hours");
        }
        if (!facts.complement() && !hours.claimed().isEmpty()) {
            throw new Refused("spending.refused.hours-claimed");
        }
        LocalDate today = settings.today();
        ExpenseId id = expenses.record(
                new ExpenseFacts(
                        facts.to().isAfter(today) ? today : facts.to(),
                        Money.of(CurrencyUnit.CAD, hours.hours().multiply(facts.paid()), RoundingMode.HALF_UP),
                        supplier,
                        "",
                        note,
                        false,
                        List.of(new ExpenseSplit(facts.line(), WHOLE, null))),
                null);
        db.sql("UPDATE resources.spending_expense SET hours = ? WHERE id = ?")
                .params(hours.hours(), id.value())
                .update();
        claims.replace(
                CLAIMANT + id.value(),
                facts.complement(),
                entries.stream()
                        .map(entry -> new ClaimedHours(
                                entry.id(),
                                entry.hours().multiply(facts.cost()),
                                entry.hours().multiply(facts.paid())))
                        .toList());
        return id;
    }
}
