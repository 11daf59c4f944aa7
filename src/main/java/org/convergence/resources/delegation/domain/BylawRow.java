package org.convergence.resources.delegation.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.Decision;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Json;
import org.convergence.resources.delegation.BylawId;
import org.convergence.resources.delegation.domain.StepTable.DelegationStep;
import org.convergence.resources.membership.CategoryId;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;
import tools.jackson.core.type.TypeReference;

/** The database row of a table. */
@Table(schema = "resources", value = "delegation_bylaw")
record BylawRow(
        @Id UUID id,
        @Version int version,
        UUID category,
        LocalDate since,
        Json steps,
        @Nullable String article,
        String decidedBody,
        LocalDate decidedOn,
        @Nullable String decidedNumber) {

    static final String TABLE = "resources.delegation_bylaw";

    static BylawRow of(
            CategoryId category, LocalDate since, StepTable table, @Nullable String article, Decision decision) {
        return of(Ids.next(), 0, category.value(), since, table, article, decision);
    }

    BylawRow withFacts(LocalDate from, StepTable table, @Nullable String of, Decision decision) {
        return of(id, version, category, from, table, of, decision);
    }

    private static BylawRow of(
            UUID id,
            int version,
            UUID category,
            LocalDate since,
            StepTable table,
            @Nullable String article,
            Decision decision) {
        return new BylawRow(
                id,
                version,
                category,
                since,
                Json.of(table.steps()),
                article,
                decision.body(),
                decision.date(),
                decision.number());
    }

    Bylaw toBylaw() {
        return new Bylaw(
                new BylawId(id),
                version,
                new CategoryId(category),
                since,
                new StepTable(steps.as(new TypeReference<List<DelegationStep>>() {})),
                article,
                new Decision(decidedBody, decidedOn, decidedNumber, null));
    }
}
