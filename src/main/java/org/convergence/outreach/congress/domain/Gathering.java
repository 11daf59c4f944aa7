package org.convergence.outreach.congress.domain;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.ChosenParties;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.database.Identifier;
import org.jspecify.annotations.Nullable;

/**
 * A congress, a council, an assembly or a committee of an organisation (R-REP-1).
 *
 * @param expected whether the days are only a window in which it is expected
 * @param everyYears its cycle, in years; {@code null} for none
 * @param notice where its days and deadlines were read
 * @param emergencyRule how this body receives an emergency resolution (R-REP-3); {@code null} if unknown
 * @param shown whether our public pages and feeds tell of it
 * @param calendarKey the entry of an imported calendar of which it was made; {@code null} for none
 * @param goes how many representations of ours are planned or done there
 * @param nextKind the first open deadline, on {@code nextOn}; {@code null} for none
 */
public record Gathering(
        GatheringId id,
        int version,
        OrganisationId organisation,
        String organisationName,
        GatheringKind kind,
        String title,
        LocalDate beginsOn,
        LocalDate endsOn,
        boolean expected,
        @Nullable String place,
        @Nullable Integer everyYears,
        @Nullable String notice,
        @Nullable String url,
        @Nullable String emergencyRule,
        @Nullable PersonId responsible,
        @Nullable String responsibleName,
        @Nullable LocalDate cancelledOn,
        boolean shown,
        @Nullable String calendarKey,
        int goes,
        @Nullable DeadlineKind nextKind,
        @Nullable LocalDate nextOn) {

    /** The kind of a gathering. */
    public enum GatheringKind {
        CONGRESS,
        COUNCIL,
        ASSEMBLY,
        COMMITTEE,
        /** A forum of other organisations, of which we follow what it takes up from us. */
        FORUM;

        /** Message key of its name. */
        public String key() {
            return "congress.kind." + name();
        }
    }

    /** What a deadline is for. */
    public enum DeadlineKind {
        RESOLUTIONS(60),
        KIOSK(45),
        REGISTRATION(14),
        BULLETIN(14),
        OTHER(14);

        private final int leadDays;

        DeadlineKind(int leadDays) {
            this.leadDays = leadDays;
        }

        /** How many days before the deadline work on it usually begins. */
        public int leadDays() {
            return leadDays;
        }

        /** Message key of its name. */
        public String key() {
            return "congress.deadline." + name();
        }
    }

    /** Where the work on a deadline stands. */
    public enum DeadlineState {
        OPEN("open"),
        BEGUN("begin"),
        DONE("done"),
        /** It will not be done. */
        DROPPED("drop");

        private final String act;

        DeadlineState(String act) {
            this.act = act;
        }

        /** The gesture that leads to this state, in addresses. */
        public String act() {
            return act;
        }

        /** The state to which a gesture leads. */
        public static Optional<DeadlineState> after(String act) {
            return Arrays.stream(values()).filter(each -> each.act.equals(act)).findFirst();
        }

        /** Whether there is still work. */
        public boolean isOpen() {
            return this == OPEN || this == BEGUN;
        }
    }

    /**
     * A deadline of a gathering.
     *
     * @param daysBefore how many days before the opening it is, if the notice says so; {@code null} for a fixed day
     * @param words its words in the notice
     * @param beginOn the day on which work on it begins
     */
    public record GatheringDeadline(
            UUID id,
            int version,
            GatheringId gathering,
            DeadlineKind kind,
            LocalDate dueOn,
            @Nullable Integer daysBefore,
            @Nullable String words,
            int leadDays,
            LocalDate beginOn,
            DeadlineState state) {}

    /** What the form of a gathering says. */
    public record GatheringFacts(
            ChosenParties<OrganisationId> organisation,
            GatheringKind kind,
            String title,
            LocalDate beginsOn,
            LocalDate endsOn,
            boolean expected,
            @Nullable String place,
            @Nullable Integer everyYears,
            @Nullable String notice,
            @Nullable String url,
            @Nullable String emergencyRule,
            boolean shown,
            @Nullable PersonId responsible) {}

    /**
     * What the form of a deadline says: a fixed day or a number of days before the opening.
     *
     * @param leadDays {@code null} for the usual number of its kind
     */
    public record DeadlineFacts(
            DeadlineKind kind,
            @Nullable LocalDate fixedOn,
            @Nullable Integer daysBefore,
            @Nullable String words,
            @Nullable Integer leadDays) {}

    /** A gathering of an organisation. */
    public record GatheringId(UUID value) implements Identifier {}
}
