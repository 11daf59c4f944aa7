package org.convergence.resources.spending.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.spending.BudgetId;
import org.convergence.resources.spending.BudgetLineId;
import org.convergence.resources.spending.BudgetPeriod;
import org.convergence.resources.spending.BudgetPolicy.LineLimits;
import org.convergence.resources.spending.Budgets;
import org.convergence.resources.spending.SpendingPermissions;
import org.convergence.resources.spending.domain.FinancialReport.ReportedLine;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps budgets, and tells what is left of them. */
@Service
@Transactional
@Requires(SpendingPermissions.RECORD)
class BudgetService implements Budgets {

    private static final String LINE_TABLE = "resources.spending_line";

    private final JdbcClient db;
    private final ReportedBooksQueries lines;
    private final OrganisationSettings settings;

    BudgetService(JdbcClient db, ReportedBooksQueries lines, OrganisationSettings settings) {
        this.db = db;
        this.lines = lines;
        this.settings = settings;
    }

    @Override
    public BudgetId create(BudgetFacts facts) {
        UUID id = Ids.next();
        db.sql("""
                        INSERT INTO resources.spending_budget (id, subject, title, currency, starts_on, ends_on)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """)
                .params(id, facts.subject(), facts.title(), facts.currency(), facts.startsOn(), facts.endsOn())
                .update();
        Set<String> codes = new HashSet<>();
        for (BudgetLineFacts line : facts.lines()) {
            if (!codes.add(line.code())) {
                throw new Refused("spending.refused.code-twice", line.code());
            }
            db.sql("""
                            INSERT INTO resources.spending_line
                                   (id, budget, position, code, label, cost_class, original, amended)
                            VALUES (:id, :budget, :position, :code, :label, :class, :amount, :amount)
                            """)
                    .param("id", Ids.next())
                    .param("budget", id)
                    .param("position", codes.size())
                    .param("code", line.code())
                    .param("label", line.label())
                    .param("class", line.costClass().name())
                    .param("amount", line.amount())
                    .update();
        }
        return new BudgetId(id);
    }

    @Override
    public boolean deleteUnused(String subject) {
        return db.sql("""
                        DELETE FROM resources.spending_budget b
                        WHERE b.subject = ?
                          AND NOT EXISTS (SELECT FROM resources.spending_line l WHERE l.budget = b.id
                              AND (l.version > 1 OR EXISTS (SELECT FROM resources.spending_split s WHERE s.line = l.id)
                                   OR EXISTS (SELECT FROM resources.spending_variance v WHERE v.line = l.id)))
                          AND NOT EXISTS (SELECT FROM resources.spending_report r WHERE r.budget = b.id)
                          AND NOT EXISTS (SELECT FROM resources.spending_remittance r WHERE r.budget = b.id)
                          AND NOT EXISTS (SELECT FROM resources.spending_funder_form f WHERE f.budget = b.id)
                        """).param(subject).update() > 0;
    }

    @Override
    public void rename(String subject, String title, LocalDate startsOn, LocalDate endsOn) {
        int outside = db.sql("""
                        SELECT count(DISTINCT e.id) FROM resources.spending_budget b
                        JOIN resources.spending_line l ON l.budget = b.id
                        JOIN resources.spending_split s ON s.line = l.id
                        JOIN resources.spending_expense e ON e.id = s.expense
                        WHERE b.subject = ? AND e.day BETWEEN b.starts_on AND b.ends_on
                          AND e.day NOT BETWEEN ? AND ?
                        """)
                .params(subject, startsOn, endsOn)
                .query(Integer.class)
                .single();
        if (outside > 0) {
            throw new Refused("spending.refused.dates", outside);
        }
        db.sql("""
                        UPDATE resources.spending_budget SET title = ?, starts_on = ?, ends_on = ?, version = version + 1
                        WHERE subject = ?
                        """).params(title, startsOn, endsOn, subject).update();
    }

    @Override
    public void amend(
            BudgetLineId line, int version, BigDecimal amount, @Nullable String account, @Nullable String clause) {
        int written = db.sql("""
                        UPDATE resources.spending_line
                        SET amendment = CASE WHEN amended = :amount THEN amendment ELSE '' END,
                            amended = :amount, account = :account, clause = :clause, version = version + 1
                        WHERE id = :id AND version = :version
                        """)
                .param("amount", amount)
                .param("account", account)
                .param("clause", clause)
                .param("id", line.value())
                .param("version", version)
                .update();
        if (written == 0) {
            throw new EditConflict(LINE_TABLE, line.value(), version);
        }
    }

    @Override
    public void setAccount(BudgetLineId line, int version, @Nullable String account) {
        int written = db.sql("""
                        UPDATE resources.spending_line SET account = :account, version = version + 1
                        WHERE id = :id AND version = :version
                        """)
                .param("account", account)
                .param("id", line.value())
                .param("version", version)
                .update();
        if (written == 0) {
            throw new EditConflict(LINE_TABLE, line.value(), version);
        }
    }

    @Override
    public void limit(BudgetLineId line, int version, LineLimits limits) {
        int written = db.sql("""
                        UPDATE resources.spending_line
                        SET cap_percent = :percent, cap_base = :base, cap_maximum = :maximum, amendment = :amendment,
                            version = version + 1
                        WHERE id = :id AND version = :version
                        """)
                .param("percent", limits.capPercent())
                .param("base", limits.capBase().toArray(String[]::new))
                .param("maximum", limits.capMaximum())
                .param("amendment", limits.amendment())
                .param("id", line.value())
                .param("version", version)
                .update();
        if (written == 0) {
            throw new EditConflict(LINE_TABLE, line.value(), version);
        }
    }

    @Override
    @Transactional(readOnly = true)
    @Requires(SpendingPermissions.BUDGET)
    public List<BudgetLineState> findLines(String subject) {
        return findLines(List.of(subject)).getOrDefault(subject, List.of());
    }

    @Override
    @Transactional(readOnly = true)
    @Requires(SpendingPermissions.BUDGET)
    public Map<String, List<BudgetLineState>> findLines(Collection<String> subjects) {
        RowMapper<BudgetLineState> line = RecordMapper.of(BudgetLineState.class);
        Map<String, List<BudgetLineState>> lines = new HashMap<>();
        db.sql("""
                        SELECT b.subject, l.id, l.version, b.id AS budget_id, l.code, l.label, l.cost_class,
                               coalesce(l.account, '') AS account, coalesce(l.clause, '') AS clause, l.original,
                               l.amended AS budget, b.currency, l.cap_percent, l.cap_base, l.cap_maximum, l.amendment,
                               coalesce(sum(s.converted) FILTER (WHERE e.state = 'COMMITTED'), 0) AS committed,
                               coalesce(sum(s.converted) FILTER (WHERE e.state <> 'COMMITTED'), 0) AS spent
                        FROM resources.spending_budget b JOIN resources.spending_line l ON l.budget = b.id
                        LEFT JOIN resources.spending_split s ON s.line = l.id
                        LEFT JOIN resources.spending_expense e ON e.id = s.expense
                        WHERE b.subject = ANY (?) GROUP BY l.id, b.id ORDER BY l.position
                        """)
                .param(subjects.toArray(String[]::new))
                .query((row, n) -> lines.computeIfAbsent(row.getString("subject"), subject -> new ArrayList<>())
                        .add(line.mapRow(row, n)))
                .list();
        return lines;
    }

    @Override
    @Transactional(readOnly = true)
    @Requires(SpendingPermissions.BUDGET)
    public List<LineVariance> findVariances(String subject) {
        return lines.findBudget("subject = ?", subject).stream()
                .flatMap(budget -> {
                    BudgetPeriod year = BudgetPeriod.yearOf(budget.startsOn(), budget.endsOn(), settings.today());
                    return lines.findLines(budget, year).stream()
                            .filter(ReportedLine::needsReason)
                            .map(line -> new LineVariance(
                                    new BudgetLineId(line.id()),
                                    line.code(),
                                    line.label(),
                                    Money.of(CurrencyUnit.of(budget.currency()), line.variance()),
                                    year,
                                    line.reason()));
                })
                .toList();
    }

    private record SpentRow(String subject, BigDecimal before, BigDecimal within) {}

    @Override
    @Transactional(readOnly = true)
    @Requires(SpendingPermissions.BUDGET)
    public Map<String, SpentAmounts> findSpent(Collection<String> subjects, LocalDate from, LocalDate to) {
        return db
                .sql("""
                        SELECT b.subject, coalesce(sum(s.converted) FILTER (WHERE e.day < :from), 0) AS before,
                               coalesce(sum(s.converted) FILTER (WHERE e.day BETWEEN :from AND :to), 0) AS within
                        FROM resources.spending_budget b JOIN resources.spending_line l ON l.budget = b.id
                        JOIN resources.spending_split s ON s.line = l.id
                        JOIN resources.spending_expense e ON e.id = s.expense AND e.state <> 'COMMITTED'
                        WHERE b.subject = ANY (:subjects) GROUP BY b.subject
                        """)
                .param("from", from)
                .param("to", to)
                .param("subjects", subjects.toArray(String[]::new))
                .query(RecordMapper.of(SpentRow.class))
                .list()
                .stream()
                .collect(Collectors.toMap(SpentRow::subject, row -> new SpentAmounts(row.before(), row.within())));
    }

    @Override
    @Transactional(readOnly = true)
    @Requires(SpendingPermissions.BUDGET)
    public Map<String, BudgetTotals> findTotals(Collection<String> subjects) {
        return db
                .sql("""
                        SELECT b.subject, b.currency,
                               (SELECT coalesce(sum(l.amended), 0) FROM resources.spending_line l WHERE l.budget = b.id) AS budget,
                               coalesce(sum(s.converted) FILTER (WHERE e.state = 'COMMITTED'), 0) AS committed,
                               coalesce(sum(s.converted) FILTER (WHERE e.state <> 'COMMITTED'), 0) AS spent
                        FROM resources.spending_budget b
                        LEFT JOIN resources.spending_line l ON l.budget = b.id
                        LEFT JOIN resources.spending_split s ON s.line = l.id
                        LEFT JOIN resources.spending_expense e ON e.id = s.expense
                        WHERE b.subject = ANY (?) GROUP BY b.id
                        """)
                .param(subjects.toArray(String[]::new))
                .query(RecordMapper.of(BudgetTotals.class))
                .list()
                .stream()
                .collect(Collectors.toMap(BudgetTotals::subject, total -> total));
    }
}
