package org.convergence.safety.mission.domain;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Ids;
import org.convergence.safety.guide.AdvisoryLevel;
import org.convergence.safety.mission.MissionId;
import org.convergence.safety.mission.MissionKind;
import org.convergence.safety.mission.MissionRisk;
import org.convergence.safety.mission.MissionState;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A mission.
 *
 * @param approval {@code null} while it is prepared
 * @param endedOn the day of the return, or of the cancellation
 * @param report 1 to 10,000 characters; {@code null} until the return
 */
@Table(schema = "safety", value = "mission")
public record Mission(
        @Id UUID id,
        @Version int version,
        String title,
        MissionKind kind,
        String purpose,
        MissionRisk risk,
        LocalDate startsOn,
        LocalDate endsOn,
        @Nullable PersonId lead,
        @Nullable PersonId president,
        MissionState state,

        @Embedded(onEmpty = OnEmpty.USE_NULL, prefix = "approval_") @Nullable
        MissionApproval approval,

        @Nullable LocalDate endedOn,
        @Nullable String report) {

    static final String TABLE = "safety.mission";

    /**
     * An approval.
     *
     * @param level the worst advisory level that day
     * @param resolution number of the resolution; {@code null} for a person's act
     * @param givenBy the person who decided, or recorded the resolution; {@code null} if erased, or unknown to the directory
     * @param openItems items of the checklist that were open; {@code null} where it was not noted
     */
    public record MissionApproval(
            LocalDate on,
            AdvisoryLevel level,
            @Nullable String resolution,
            @Nullable PersonId givenBy,
            @Nullable Integer openItems) {}

    static Mission create(MissionFacts facts) {
        return new Mission(
                Ids.next(),
                0,
                facts.title(),
                facts.kind(),
                facts.purpose(),
                facts.risk(),
                facts.startsOn(),
                facts.endsOn(),
                facts.lead(),
                facts.president(),
                MissionState.PREPARED,
                null,
                null,
                null);
    }

    Mission with(int opened, MissionFacts facts, boolean keepsApproval) {
        return new Mission(
                id,
                opened,
                facts.title(),
                facts.kind(),
                facts.purpose(),
                facts.risk(),
                facts.startsOn(),
                facts.endsOn(),
                facts.lead(),
                facts.president(),
                keepsApproval ? state : MissionState.PREPARED,
                keepsApproval ? approval : null,
                null,
                null);
    }

    Mission approved(@Nullable MissionApproval given) {
        return in(given == null ? MissionState.PREPARED : MissionState.APPROVED, given, null, null);
    }

    Mission ended(MissionState how, LocalDate day, @Nullable String text) {
        return in(how, approval, day, text);
    }

    private Mission in(
            MissionState now, @Nullable MissionApproval given, @Nullable LocalDate day, @Nullable String text) {
        return new Mission(
                id, version, title, kind, purpose, risk, startsOn, endsOn, lead, president, now, given, day, text);
    }

    /** The people who are alerted: security lead and president. */
    Set<PersonId> watchers() {
        return Stream.of(lead, president).flatMap(Stream::ofNullable).collect(Collectors.toSet());
    }

    /** Whether the current actor watches over it. */
    public boolean isWatchedByActor() {
        UUID person = CurrentActor.get().personId();
        return person != null && watchers().contains(new PersonId(person));
    }

    public MissionId typedId() {
        return new MissionId(id);
    }
}
