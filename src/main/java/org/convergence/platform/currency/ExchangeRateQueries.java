package org.convergence.platform.currency;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.list.ListOrder;
import org.convergence.platform.list.ListPage;
import org.convergence.platform.list.ListQuery;
import org.convergence.platform.list.ListRequest;
import org.convergence.platform.list.SqlConditions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists of exchange rates, the latest first. */
@Service
@Transactional(readOnly = true)
@Requires(CurrencyPermissions.READ)
public class ExchangeRateQueries {

    private final ListQuery<ExchangeRateFilter, ExchangeRateRow> list;

    ExchangeRateQueries(JdbcClient db) {
        this.list = new ListQuery<>(
                db,
                "r.id, r.from_currency, r.to_currency, r.rate, r.valid_from, r.valid_to, r.source",
                "platform.currency_rate r",
                filter -> new SqlConditions()
                        .and(":currency IN (r.from_currency, r.to_currency)", "currency", filter.currency())
                        .and("r.valid_from <= :day AND r.valid_to >= :day", "day", filter.day()),
                List.of(ListOrder.<ExchangeRateRow>descending("latest")
                        .day("r.valid_from", ExchangeRateRow::validFrom)
                        .id("r.id", ExchangeRateRow::id)),
                RecordMapper.of(ExchangeRateRow.class));
    }

    /** A filter of rates; {@code null} or empty values do not narrow. */
    public record ExchangeRateFilter(
            @Nullable String currency, @Nullable LocalDate day) {}

    /** A rate in a list. */
    public record ExchangeRateRow(
            ExchangeRateId id,
            String fromCurrency,
            String toCurrency,
            BigDecimal rate,
            LocalDate validFrom,
            LocalDate validTo,
            String source) {

        /** The rate itself. */
        public ExchangeRate toRate() {
            return new ExchangeRate(fromCurrency, toCurrency, rate, validFrom, validTo, source);
        }
    }

    public ListPage<ExchangeRateRow> findPage(ListRequest<ExchangeRateFilter> request) {
        return list.findPage(request);
    }

    /** Every rate that matches a filter, for a file. */
    public Iterator<ExchangeRateRow> iterateAll(ExchangeRateFilter filter) {
        return list.iterateAll(filter, "");
    }
}
