package org.convergence.safety.incident.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.safety.incident.domain.SafetyIncidentFacts.IncidentMoment;
import org.convergence.safety.incident.domain.SafetyIncidentFacts.IncidentNoticeKind;
import org.jspecify.annotations.Nullable;

/**
 * All that the page of an incident tells.
 *
 * @param readers the people named besides the security lead and the president
 * @param mission the title of its mission; {@code null} for none
 */
public record IncidentDossier(
        SafetyIncident incident,
        Set<PersonId> readers,
        List<ToldEntry> told,
        List<IncidentNotice> notices,
        @Nullable String mission) {

    /** What was told once; {@code content} is {@code null} where the keys are others, as after a restore without them. */
    public record ToldEntry(
            UUID id,
            IncidentMoment moment,
            Instant writtenAt,
            @Nullable ToldContent content) {}

    /**
     * What is sealed of an entry.
     *
     * @param by the account that wrote it
     * @param place as exact as it needs to be; {@code null} if it is not told
     */
    public record ToldContent(String by, @Nullable String place, String text) {}

    /** A notice, due or given. */
    public record IncidentNotice(
            IncidentNoticeKind kind,
            LocalDate dueOn,
            @Nullable LocalDate toldOn) {}

    /** Whether it was told in this moment. */
    public boolean has(IncidentMoment moment) {
        return told.stream().anyMatch(each -> each.moment() == moment);
    }
}
