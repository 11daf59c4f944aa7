package org.convergence.platform.currency;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
                .orElseThrow(() -> new Refused(MissingRateLink.REFUSAL, from, to, day));
        return new Conversion(amount, RatePolicy.convert(amount, to, steps), day, steps);
    }

    /** An amount of a day. */
    public record DatedAmount(Money amount, LocalDate day) {}

    /** Amounts in another currency as {@link #convert} gives them, in their order; empty if no rate is known. */
    public List<Optional<Money>> convertAll(List<DatedAmount> amounts, String to) {
        List<LocalDate> days = amounts.stream().map(DatedAmount::day).sorted().toList();
        List<ExchangeRate> known = days.isEmpty() ? List.of() : findKnown(days.get(0), days.get(days.size() - 1));
        return amounts.stream()
                .map(each -> RatePolicy.findSteps(
                                known.stream()
                                        .filter(rate -> !rate.validTo()
                                                .isBefore(each.day().minusDays(OLDEST_DAYS)))
                                        .toList(),
                                each.amount().getCurrencyUnit().getCode(),
                                to,
                                each.day())
                        .map(steps -> RatePolicy.convert(each.amount(), to, steps)))
                .toList();
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

    /** The rates of some days, both included, and those that these days may borrow. */
    private List<ExchangeRate> findKnown(LocalDate first, LocalDate last) {
        return db.sql("""
                        SELECT from_currency, to_currency, rate, valid_from, valid_to, source
                        FROM platform.currency_rate WHERE valid_from <= :last AND valid_to >= :oldest
                        """)
                .param("last", last)
                .param("oldest", first.minusDays(OLDEST_DAYS))
                .query(RecordMapper.of(ExchangeRate.class))
                .list();
    }
}
