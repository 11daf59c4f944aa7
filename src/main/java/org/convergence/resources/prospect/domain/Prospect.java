package org.convergence.resources.prospect.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.database.Ids;
import org.convergence.resources.prospect.ProspectId;
import org.convergence.resources.prospect.ProspectState;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A prospect.
 *
 * @param material what its follower brings; {@code null} for nothing
 */
@Table(schema = "resources", value = "prospect")
public record Prospect(
        @Id UUID id,
        @Version int version,
        @Nullable OrganisationId organisation,
        @Nullable PersonId person,
        @Nullable PersonId follower,
        ProspectState state,

        @Embedded(onEmpty = OnEmpty.USE_NULL, prefix = "next_") @Nullable
        NextStep next,

        @Nullable String material,

        LocalDate openedOn,

        @Embedded(onEmpty = OnEmpty.USE_NULL, prefix = "outcome_") @Nullable
        ProspectOutcome outcome,

        @Nullable UUID membership) {

    static final String TABLE = "resources.prospect";

    /**
     * The day since which a prospect is admitted, declined or put off.
     *
     * @param reason 1 to 500 characters
     */
    public record ProspectOutcome(LocalDate on, @Nullable String reason) {}

    static Prospect create(
            Party party,
            @Nullable PersonId follower,
            @Nullable NextStep next,
            @Nullable String material,
            LocalDate today) {
        return new Prospect(
                Ids.next(),
                0,
                party.organisation(),
                party.person(),
                follower,
                ProspectState.OPEN,
                next,
                material,
                today,
                null,
                null);
    }

    Prospect withFollower(@Nullable PersonId by, @Nullable NextStep step, @Nullable String brings) {
        return new Prospect(id, version, organisation, person, by, state, step, brings, openedOn, outcome, membership);
    }

    /** @param step {@code null} for none, as in a final state */
    Prospect withState(
            ProspectState now, @Nullable ProspectOutcome end, @Nullable UUID member, @Nullable NextStep step) {
        return new Prospect(id, version, organisation, person, follower, now, step, material, openedOn, end, member);
    }

    public Party party() {
        return Party.of(organisation, person);
    }

    public ProspectId typedId() {
        return new ProspectId(id);
    }
}
