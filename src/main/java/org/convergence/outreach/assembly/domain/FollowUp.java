package org.convergence.outreach.assembly.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.platform.database.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** A follow-up. */
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
        String outcome) {

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
                "");
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
                outcome);
    }

    FollowUp withState(FollowUpState next, @Nullable LocalDate day, String how) {
        return new FollowUp(
                id, version, body, meeting, item, resolution, what, person, who, dueOn, openedOn, next, day, how);
    }
}
