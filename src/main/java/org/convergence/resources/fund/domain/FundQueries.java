package org.convergence.resources.fund.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.resources.fund.FundId;
import org.convergence.resources.fund.FundMovementId;
import org.convergence.resources.fund.FundMovementKind;
import org.convergence.resources.fund.FundNature;
import org.convergence.resources.fund.FundPermissions;
import org.convergence.resources.fund.domain.FundPolicy.MovedAmount;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads funds and their movements. */
@Service
@Transactional(readOnly = true)
@Requires(FundPermissions.READ)
public class FundQueries {

    private static final int MOST_FUNDS = 500;
    private static final String MOVEMENTS = """
            SELECT m.id, m.day, m.kind, m.amount, m.what, m.decision, m.organisation, o.name AS organisation_name, m.reverses,
                   EXISTS (SELECT FROM resources.fund_movement r WHERE r.reverses = m.id) AS is_taken_back
            FROM resources.fund_movement m
            LEFT JOIN directory.people_organisation_name o ON o.id = m.organisation
            WHERE m.fund = ?
            """;

    private static final String FUNDS = """
            SELECT f.id, f.version, f.name, f.nature, f.currency, f.opened_on, f.origin, f.purpose, f.rules, f.committee,
                   (SELECT coalesce(sum(CASE WHEN m.kind IN ('RECOGNISED', 'REFUNDED', 'TRANSFER_OUT') THEN -m.amount
                                        ELSE m.amount END), 0)
                    FROM resources.fund_movement m WHERE m.fund = f.id) AS balance
            FROM resources.fund f
            """;

    private final JdbcClient db;

    FundQueries(JdbcClient db) {
        this.db = db;
    }

    /**
     * A fund.
     *
     * @param balance all that it holds, with its capital
     */
    public record FundRow(
            FundId id,
            int version,
            String name,
            FundNature nature,
            String currency,
            LocalDate openedOn,
            String origin,
            String purpose,
            String rules,
            String committee,
            Money balance) {}

    /**
     * A movement of a fund.
     *
     * @param amount below zero if it takes another one back
     * @param organisation the partner to which it was passed
     */
    public record FundMovementRow(
            FundMovementId id,
            LocalDate day,
            FundMovementKind kind,
            BigDecimal amount,
            String what,
            String decision,
            @Nullable OrganisationId organisation,
            @Nullable String organisationName,
            @Nullable FundMovementId reverses,
            boolean isTakenBack) {}

    /** All funds by name. */
    public List<FundRow> findAll() {
        return db.sql(FUNDS + " ORDER BY lower(f.name), f.id LIMIT ?")
                .param(MOST_FUNDS)
                .query(RecordMapper.of(FundRow.class))
                .list();
    }

    /** @throws NotFound if there is no such fund */
    public FundRow findById(FundId id) {
        return db.sql(FUNDS + " WHERE f.id = ?")
                .param(id.value())
                .query(RecordMapper.of(FundRow.class))
                .optional()
                .orElseThrow(() -> new NotFound("fund"));
    }

    /** The latest movements of a fund, the latest day first. */
    public List<FundMovementRow> findMovements(FundId id, int most) {
        return db.sql(MOVEMENTS + " ORDER BY m.day DESC, m.id DESC LIMIT ?")
                .params(id.value(), most)
                .query(RecordMapper.of(FundMovementRow.class))
                .list();
    }

    /** @throws NotFound if the fund has no such movement */
    FundMovementRow findMovement(FundId id, FundMovementId movement) {
        return db.sql(MOVEMENTS + " AND m.id = ?")
                .params(id.value(), movement.value())
                .query(RecordMapper.of(FundMovementRow.class))
                .optional()
                .orElseThrow(() -> new NotFound("movement"));
    }

    /** How many movements a fund has. */
    public int countMovements(FundId id) {
        return db.sql("SELECT count(*)::int FROM resources.fund_movement WHERE fund = ?")
                .param(id.value())
                .query(Integer.class)
                .single();
    }

    /**
     * All that moved a fund, one amount for each day and kind, by day.
     *
     * @param since what moved before is summed on the eve of this day, so that a long past costs nothing
     */
    public List<MovedAmount> findMoved(FundId id, LocalDate since) {
        return db.sql("""
                        SELECT greatest(day, ?) AS day, kind, sum(amount) AS amount FROM resources.fund_movement
                        WHERE fund = ? GROUP BY 1, kind ORDER BY 1, kind
                        """)
                .params(since.minusDays(1), id.value())
                .query(RecordMapper.of(MovedAmount.class))
                .list();
    }

    /** The amount in the currency of a code. */
    public static Money money(BigDecimal amount, String currency) {
        return Money.of(CurrencyUnit.of(currency), amount);
    }
}
