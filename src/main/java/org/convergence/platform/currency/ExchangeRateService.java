package org.convergence.platform.currency;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.platform.access.Requires;
import org.convergence.platform.currency.RateFileReader.RateFile;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.TransactionLock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds, imports and removes exchange rates. */
@Service
@Transactional
@Requires(CurrencyPermissions.EDIT)
public class ExchangeRateService {

    private static final int MOST_NAMED = 20;

    private final JdbcClient db;

    ExchangeRateService(JdbcClient db) {
        this.db = db;
    }

    /**
     * The result of importing a file.
     *
     * @param known rates that were there before, with the same value
     * @param suspect rates left out because they are far from the last one; at most 20 are named
     * @param different rates left out because another value is known for their day; at most 20 are named
     * @param unreadable the numbers of rows that could not be read; at most 20 are named
     */
    public record ExchangeRateImport(
            int added, int known, List<ExchangeRate> suspect, List<ExchangeRate> different, List<Integer> unreadable) {}

    private record KnownRate(UUID id, BigDecimal rate) {}

    /**
     * Adds a rate; one that is known already is left as it is.
     *
     * @param isConfirmed whether its value was confirmed, though it is far from the last one
     * @throws Refused if another value is known for its first day, or if it is suspect and not confirmed
     */
    @Transactional(label = "currency.record")
    public ExchangeRateId record(ExchangeRate rate, boolean isConfirmed) {
        TransactionLock.acquire(db, "platform.currency_rate");
        Optional<KnownRate> known = findSameDay(rate);
        if (known.isPresent()) {
            if (known.get().rate().compareTo(rate.rate()) != 0) {
                throw new Refused(
                        "currency.refused.other-value",
                        rate.fromCurrency(),
                        rate.toCurrency(),
                        rate.validFrom(),
                        known.get().rate().stripTrailingZeros().toPlainString());
            }
            return new ExchangeRateId(known.get().id());
        }
        BigDecimal last = findLast(rate);
        if (!isConfirmed && last != null && RatePolicy.isSuspect(rate.rate(), last)) {
            throw new SuspectRate(rate, last);
        }
        return insert(rate);
    }

    /** Imports the rates of a file, one by one. */
    @Transactional(label = "currency.import")
    public ExchangeRateImport importFile(RateFile file, boolean isConfirmed) {
        int added = 0;
        int known = 0;
        List<ExchangeRate> suspect = new ArrayList<>();
        List<ExchangeRate> different = new ArrayList<>();
        for (ExchangeRate rate : file.rates()) {
            Optional<KnownRate> same = findSameDay(rate);
            if (same.isPresent() && same.get().rate().compareTo(rate.rate()) == 0) {
                known++;
            } else if (same.isPresent()) {
                different.add(rate);
            } else if (!isConfirmed && RatePolicy.isSuspect(rate.rate(), findLast(rate))) {
                suspect.add(rate);
            } else {
                insert(rate);
                added++;
            }
        }
        return new ExchangeRateImport(added, known, first(suspect), first(different), first(file.unreadable()));
    }

    private static <T> List<T> first(List<T> all) {
        return List.copyOf(all.subList(0, Math.min(MOST_NAMED, all.size())));
    }

    /** Removes a rate. Amounts that were converted by it keep their value. */
    @Transactional(label = "currency.remove")
    public void delete(ExchangeRateId id) {
        int deleted = db.sql("DELETE FROM platform.currency_rate WHERE id = ?")
                .param(id.value())
                .update();
        if (deleted == 0) {
            throw new NotFound("rate");
        }
    }

    private ExchangeRateId insert(ExchangeRate rate) {
        UUID id = Ids.next();
        db.sql("""
                        INSERT INTO platform.currency_rate
                               (id, from_currency, to_currency, rate, valid_from, valid_to, source)
                        VALUES (:id, :from, :to, :rate, :validFrom, :validTo, :source)
                        """)
                .param("id", id)
                .param("from", rate.fromCurrency())
                .param("to", rate.toCurrency())
                .param("rate", rate.rate())
                .param("validFrom", rate.validFrom())
                .param("validTo", rate.validTo())
                .param("source", rate.source())
                .update();
        return new ExchangeRateId(id);
    }

    private Optional<KnownRate> findSameDay(ExchangeRate rate) {
        return db.sql("""
                        SELECT id, rate FROM platform.currency_rate
                        WHERE from_currency = ? AND to_currency = ? AND valid_from = ?
                        """)
                .params(rate.fromCurrency(), rate.toCurrency(), rate.validFrom())
                .query((row, n) -> new KnownRate(row.getObject(1, UUID.class), row.getBigDecimal(2)))
                .optional();
    }

    /** The nearest rate of the same pair in the same direction, by its first day; else the inverse of the other. */
    private @Nullable BigDecimal findLast(ExchangeRate rate) {
        return findNearest(rate.fromCurrency(), rate.toCurrency(), rate)
                .or(() -> findNearest(rate.toCurrency(), rate.fromCurrency(), rate)
                        .map(other -> BigDecimal.ONE.divide(other, MathContext.DECIMAL64)))
                .orElse(null);
    }

    private Optional<BigDecimal> findNearest(String from, String to, ExchangeRate rate) {
        return db.sql("""
                        SELECT rate FROM platform.currency_rate WHERE from_currency = ? AND to_currency = ?
                        ORDER BY valid_from > ?, abs(valid_from - ?) LIMIT 1
                        """)
                .params(from, to, rate.validFrom(), rate.validFrom())
                .query(BigDecimal.class)
                .optional();
    }

    /** A rate is far from the last one, and perhaps upside down: it is asked about. */
    public static final class SuspectRate extends Refused {

        SuspectRate(ExchangeRate rate, BigDecimal last) {
            super(
                    "currency.refused.suspect",
                    rate.fromCurrency(),
                    rate.toCurrency(),
                    plain(rate.rate()),
                    plain(last),
                    plain(BigDecimal.ONE.divide(rate.rate(), new MathContext(6))));
        }

        private static String plain(BigDecimal number) {
            return number.round(new MathContext(8)).stripTrailingZeros().toPlainString();
        }
    }
}
