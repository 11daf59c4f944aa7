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
import org.springframework.data.relational.core.mapping.Table;

/** A prospect. */
@Table(schema = "resources", value = "prospect")
public record Prospect(
        @Id UUID id,
        @Version int version,
        @Nullable UUID organisation,
        @Nullable UUID person,
        @Nullable UUID follower,
        ProspectState state,
        @Nullable String nextGesture,
        @Nullable LocalDate nextOn,
        LocalDate openedOn,
        @Nullable LocalDate outcomeOn,
        @Nullable String outcomeReason,
        @Nullable UUID membership) {

    static final String TABLE = "resources.prospect";

    static Prospect create(Party party, @Nullable PersonId follower, @Nullable NextStep next, LocalDate today) {
        return new Prospect(
                        Ids.next(),
                        0,
                        party instanceof OrganisationId ? party.value() : null,
                        party instanceof PersonId ? party.value() : null,
                        null,
                        ProspectState.OPEN,
                        null,
                        null,
                        today,
                        null,
                        null,
                        null)
                .withFollower(follower, next);
    }

    Prospect withFollower(@Nullable PersonId by, @Nullable NextStep next) {
        return new Prospect(
                id,
                version,
                organisation,
                person,
                by == null ? null : by.value(),
                state,
                next == null ? null : next.gesture(),
                next == null ? null : next.on(),
                openedOn,
                outcomeOn,
                outcomeReason,
                membership);
    }

    /** @param next {@code null} for none, as in a final state */
    Prospect withState(
            ProspectState now,
            @Nullable LocalDate on,
            @Nullable String reason,
            @Nullable UUID member,
            @Nullable NextStep next) {
        return new Prospect(
                id,
                version,
                organisation,
                person,
                follower,
                now,
                next == null ? null : next.gesture(),
                next == null ? null : next.on(),
                openedOn,
                on,
                reason,
                member);
    }

    public Party party() {
        if (organisation != null) {
            return new OrganisationId(organisation);
        }
        if (person != null) {
            return new PersonId(person);
        }
        throw new IllegalStateException("a prospect is one person or one organisation");
    }

    public @Nullable NextStep next() {
        return nextGesture == null || nextOn == null ? null : new NextStep(nextGesture, nextOn);
    }

    public @Nullable PersonId followerId() {
        return follower == null ? null : new PersonId(follower);
    }

    public ProspectId typedId() {
        return new ProspectId(id);
    }
}
