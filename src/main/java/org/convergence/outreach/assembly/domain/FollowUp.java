package org.convergence.outreach.assembly.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.platform.database.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A follow-up.
 *
 * @param retakes whether it is to take up its resolution, which was carried without a quorum
 * @param decidedBy the later resolution that decided it; {@code null} for none
 */
@Table(schema = "outreach", value = "assembly_follow_up")
record FollowUp(
        @Id UUID id,
        @Version int version,
        UUID body,
        UUID meeting,
        UUID item,
        @Nullable UUID resolution,
        String what,
        @Nullable UUID person,
        @Nullable String who,
        @Nullable LocalDate dueOn,
        LocalDate openedOn,
        FollowUpState state,
        @Nullable LocalDate closedOn,
        String outcome,
        boolean retakes,
        @Nullable UUID decidedBy) {

    static final String TABLE = "outreach.assembly_follow_up";

    static FollowUp of(Meeting meeting, UUID item, @Nullable UUID resolution, FollowUpFacts facts) {
        return new FollowUp(
                Ids.next(),
                0,
                meeting.body(),
                meeting.id(),
                item,
                resolution,
                facts.what(),
                facts.person() == null ? null : facts.person().value(),
                facts.who(),
                facts.dueOn(),
                meeting.day(),
                FollowUpState.OPEN,
                null,
                "",
                false,
                null);
    }

    /** The follow-up that takes up a resolution carried without a quorum. */
    static FollowUp retaking(Meeting meeting, Resolution resolution, String what) {
        return new FollowUp(
                Ids.next(),
                0,
                meeting.body(),
                meeting.id(),
                resolution.item(),
                resolution.id(),
                what,
                null,
                null,
                null,
                meeting.day(),
                FollowUpState.OPEN,
                null,
                "",
                true,
                null);
    }

    FollowUp withFacts(FollowUpFacts facts) {
        return new FollowUp(
                id,
                version,
                body,
                meeting,
                item,
                resolution,
                facts.what(),
                facts.person() == null ? null : facts.person().value(),
                facts.who(),
                facts.dueOn(),
                openedOn,
                state,
                closedOn,
                outcome,
                retakes,
                decidedBy);
    }

    FollowUp withState(FollowUpState next, @Nullable LocalDate day, String how) {
        return withState(next, day, how, null);
    }

    /**
     * As {@link #withState(FollowUpState, LocalDate, String)}, of one that takes up a resolution.
     *
     * @param vote the later resolution that decides it; {@code null} for none
     */
    FollowUp withState(FollowUpState next, @Nullable LocalDate day, String how, @Nullable UUID vote) {
        return new FollowUp(
                id,
                version,
                body,
                meeting,
                item,
                resolution,
                what,
                person,
                who,
                dueOn,
                openedOn,
                next,
                day,
                how,
                retakes,
                vote);
    }
}
