package org.convergence.outreach.media.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.directory.people.ChosenParties;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.TextParser;
import org.jspecify.annotations.Nullable;

/**
 * What a journalist asked.
 *
 * @param person {@code null} for a person outside the directory
 * @param asker name as noted on the telephone; {@code null} if the person is known
 * @param dueAt the hour until which they wait, such as 15:30
 * @param mandate what allows us to speak
 * @param outcome what came of it; {@code null} while it is open
 */
public record MediaRequest(
        MediaRequestId id,
        int version,
        @Nullable PersonId person,
        @Nullable String personName,
        @Nullable OrganisationId outlet,
        @Nullable String outletName,
        @Nullable String asker,
        String about,
        Instant receivedAt,
        LocalDate dueOn,
        String dueAt,
        @Nullable PersonId responsible,
        @Nullable String responsibleName,
        @Nullable String mandate,
        MediaRequestState state,
        @Nullable Instant endedAt,
        @Nullable String outcome) {

    /** An hour, such as 9:05 or 15:30. */
    public static final String HOUR = "([01]\\d|2[0-3]):[0-5]\\d";

    /** Where a request stands. */
    public enum MediaRequestState {
        OPEN(Tone.WARN),
        ANSWERED(Tone.OK),
        DECLINED(Tone.REST);

        private final Tone tone;

        MediaRequestState(Tone tone) {
            this.tone = tone;
        }

        public Tone tone() {
            return tone;
        }

        /** Message key of its name. */
        public String key() {
            return "media.request.state." + name();
        }
    }

    /** What is noted of a request. */
    public record MediaRequestFacts(
            @Nullable PersonId person,
            ChosenParties<OrganisationId> outlet,
            @Nullable String asker,
            String about,
            LocalDate dueOn,
            String dueAt,
            @Nullable PersonId responsible,
            @Nullable String mandate) {}

    /** Who asked, in words. */
    public String from() {
        return Stream.of(personName == null ? asker : personName, outletName)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    /** The moment until which they wait, in the organisation's time. */
    public LocalDateTime due() {
        return TextParser.dateTime(dueOn + "T" + dueAt).orElseGet(dueOn::atStartOfDay);
    }

    /** What a journalist asked. */
    public record MediaRequestId(UUID value) implements Identifier {}
}
