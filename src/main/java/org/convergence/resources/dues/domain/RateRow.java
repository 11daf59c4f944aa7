package org.convergence.resources.dues.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.Decision;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Json;
import org.convergence.resources.dues.RateShape;
import org.convergence.resources.membership.CategoryId;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;
import tools.jackson.core.type.TypeReference;

/** A row of {@code resources.dues_rate}. */
@Table(schema = "resources", value = "dues_rate")
record RateRow(
        @Id UUID id,
        @Version int version,
        UUID category,
        LocalDate since,
        RateShape shape,
        String currency,
        BigDecimal amount,
        Json brackets,
        @Nullable BigDecimal minimum,
        @Nullable BigDecimal maximum,
        String decidedBody,
        LocalDate decidedOn,
        @Nullable String decidedNumber) {

    static final String TABLE = "resources.dues_rate";

    static RateRow of(CategoryId category, LocalDate since, Rate rate, Decision decision) {
        return of(Ids.next(), 0, category.value(), since, rate, decision);
    }

    RateRow with(LocalDate from, Rate rate, Decision decision) {
        return of(id, version, category, from, rate, decision);
    }

    private static RateRow of(UUID id, int version, UUID category, LocalDate since, Rate rate, Decision decision) {
        return new RateRow(
                id,
                version,
                category,
                since,
                rate.shape(),
                rate.currency().getCode(),
                rate.amount(),
                Json.of(rate.brackets()),
                rate.minimum(),
                rate.maximum(),
                decision.body(),
                decision.date(),
                decision.number());
    }

    AdoptedRate adopted() {
        return AdoptedRate.of(
                id,
                version,
                category,
                since,
                new Rate(
                        shape,
                        CurrencyUnit.of(currency),
                        amount,
                        brackets.as(new TypeReference<List<Bracket>>() {}),
                        minimum,
                        maximum),
                new Decision(decidedBody, decidedOn, decidedNumber, null));
    }
}
