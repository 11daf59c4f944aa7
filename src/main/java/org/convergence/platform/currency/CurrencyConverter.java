package org.convergence.platform.currency;

import java.time.LocalDate;
import java.util.List;
import org.convergence.platform.access.Requires;
import org.convergence.platform.currency.Conversion.ConversionStep;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.joda.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Converts amounts by the rates of a day. */
@Service
@Transactional(readOnly = true)
@Requires(CurrencyPermissions.READ)
public class CurrencyConverter {

    /** An older rate is never used. */
    private static final int OLDEST_DAYS = 400;

    private final JdbcClient db;

    CurrencyConverter(JdbcClient db) {
        this.db = db;
    }

    /**
     * Converts an amount by the rate published for a day, else by the last earlier one.
     *
     * @throws Refused if no such rate is known
     */
    public Conversion convert(Money amount, String to, LocalDate day) {
        String from = amount.getCurrencyUnit().getCode();
        List<ExchangeRate> known = from.equals(to) ? List.of() : findKnown(day);
        List<ConversionStep> steps = RatePolicy.findSteps(known, from, to, day)
                .orElseThrow(() -> new Refused("currency.refused.no-rate", from, to, day));
        return new Conversion(amount, RatePolicy.convert(amount, to, steps), day, steps);
    }

    /** Of each pair and direction, the rate published for the day, or the last one before. */
    private List<ExchangeRate> findKnown(LocalDate day) {
        return db.sql("""
                        SELECT DISTINCT ON (from_currency, to_currency)
                               from_currency, to_currency, rate, valid_from, valid_to, source
                        FROM platform.currency_rate WHERE valid_from <= :day AND valid_to >= :oldest
                        ORDER BY from_currency, to_currency, valid_to >= :day DESC, valid_from DESC
                        """)
                .param("day", day)
                .param("oldest", day.minusDays(OLDEST_DAYS))
                .query(RecordMapper.of(ExchangeRate.class))
                .list();
    }
}
