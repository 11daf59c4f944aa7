package org.convergence.outreach.assembly.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Json;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;
import tools.jackson.core.type.TypeReference;

/** The database row of a body's rules. */
@Table(schema = "outreach", value = "assembly_rules")
record BodyRules(
        @Id UUID id,
        @Version int version,
        UUID body,
        LocalDate since,
        @Nullable String source,
        int noticeDays,
        Quorum.QuorumMeasure quorumMeasure,
        int quorumNumerator,
        int quorumDenominator,
        boolean quorumMoreThan,
        @Nullable Integer termMonths,
        boolean onSiteOnly,
        Json majorities) {

    static final String TABLE = "outreach.assembly_rules";

    static BodyRules of(UUID body, RuleSet set) {
        return of(Ids.next(), 0, body, set);
    }

    BodyRules withRules(RuleSet set) {
        return of(id, version, body, set);
    }

    private static BodyRules of(UUID id, int version, UUID body, RuleSet set) {
        return new BodyRules(
                id,
                version,
                body,
                set.since(),
                set.source(),
                set.noticeDays(),
                set.quorum().measure(),
                set.quorum().numerator(),
                set.quorum().denominator(),
                set.quorum().moreThan(),
                set.termMonths(),
                set.onSiteOnly(),
                Json.of(set.majorities()));
    }

    RuleSet set() {
        return new RuleSet(
                since,
                source,
                noticeDays,
                new Quorum(quorumMeasure, quorumNumerator, quorumDenominator, quorumMoreThan),
                termMonths,
                onSiteOnly,
                majorities.as(new TypeReference<List<Majority>>() {}));
    }
}
