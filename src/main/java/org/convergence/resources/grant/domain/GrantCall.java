package org.convergence.resources.grant.domain;

import java.time.Instant;
import java.util.UUID;
import org.convergence.platform.database.Ids;
import org.convergence.resources.grant.GrantCallId;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A call for applications or a programme.
 *
 * @param closesAt the deadline of the facts as an instant; {@code null} for none
 * @param renews the call of the year before; {@code null} for none
 */
@Table(schema = "resources", value = "grant_call")
public record GrantCall(
        @Id UUID id,
        @Version int version,
        @Embedded(onEmpty = OnEmpty.USE_EMPTY) GrantCallFacts facts,
        @Nullable Instant closesAt,
        @Nullable UUID renews,

        @Embedded(onEmpty = OnEmpty.USE_NULL, prefix = "estimate_") @Nullable
        GrantEstimate estimate,

        @Embedded(onEmpty = OnEmpty.USE_NULL, prefix = "decision_") @Nullable
        GoDecision decision) {

    static final String TABLE = "resources.grant_call";

    static GrantCall create(GrantCallFacts facts) {
        return new GrantCall(Ids.next(), 0, facts, facts.closesAt(), null, null, null);
    }

    /** The call of a later year. Last year's estimate stays as a start; the decision is taken again. */
    GrantCall inYears(int years) {
        GrantEstimate again = estimate == null
                ? null
                : new GrantEstimate(
                        estimate.amount(),
                        estimate.asking(),
                        estimate.reporting(),
                        estimate.hourlyCost(),
                        estimate.match(),
                        estimate.month().plusYears(years));
        GrantCallFacts later = facts.inYears(years);
        return new GrantCall(Ids.next(), 0, later, later.closesAt(), id, again, null);
    }

    GrantCall withFacts(GrantCallFacts now) {
        return new GrantCall(id, version, now, now.closesAt(), renews, estimate, decision);
    }

    GrantCall withEstimate(GrantEstimate now) {
        return new GrantCall(id, version, facts, closesAt, renews, now, decision);
    }

    GrantCall withDecision(@Nullable GoDecision now) {
        return new GrantCall(id, version, facts, closesAt, renews, estimate, now);
    }

    public GrantCallId typedId() {
        return new GrantCallId(id);
    }
}
