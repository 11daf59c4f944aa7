package org.convergence.outreach.exhibition.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PersonId;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.realisation.DayRange;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * An exhibition on panels that travels.
 *
 * @param insuredValue for the insurance, in Canadian dollars
 * @param spaceMetres the length of wall that it needs
 * @param action the line of the plan that its stops serve; {@code null} for none
 */
public record Exhibition(
        ExhibitionId id,
        int version,
        String title,
        int panels,
        int insuredValue,
        int spaceMetres,
        TravelDays travel,
        @Nullable PersonId responsible,
        @Nullable ActionId action) {

    /** Days between two stops: dismantling at the first, transport, mounting at the second. */
    public record TravelDays(int dismount, int transport, int mount) {}

    /** What the form of an exhibition says. */
    public record ExhibitionFacts(
            String title,
            int panels,
            int insuredValue,
            int spaceMetres,
            TravelDays travel,
            @Nullable PersonId responsible,
            @Nullable ActionId action) {}

    /** How far a booking is. */
    public enum BookingState {
        INTEREST(Tone.AHEAD, "check", "booking", "drop"),
        CHECKED(Tone.AHEAD, "reserve", "check", "booking", "drop"),
        RESERVED(Tone.WARN, "contract", "booking", "drop"),
        CONTRACT(Tone.OK, "departure", "booking", "drop"),
        OUT(Tone.ACTIVE, "return", "count", "booking"),
        RETURNED(Tone.OK, "count"),
        DAMAGED(Tone.BAD, "settle", "count"),
        /** Not retained, before a reservation. */
        DECLINED(Tone.REST, "reopen"),
        /** Given up after a reservation; its days are free. */
        CANCELLED(Tone.REST, "reopen");

        private final Tone tone;
        private final List<String> steps;

        BookingState(Tone tone, String... steps) {
            this.tone = tone;
            this.steps = List.of(steps);
        }

        /** The steps that lead on, the usual one first. */
        public List<String> steps() {
            return steps;
        }

        public Tone tone() {
            return tone;
        }

        /** Message key of its name. */
        public String key() {
            return "exhibition.state." + name();
        }

        /** Whether the host only asks. */
        public boolean isAsking() {
            return this == INTEREST || this == CHECKED;
        }

        /** Whether it is over without a stop. */
        public boolean isDropped() {
            return this == DECLINED || this == CANCELLED;
        }

        /** Whether its days belong to the circuit. */
        public boolean isStop() {
            return !isAsking() && !isDropped();
        }

        /** Whether the panels are back. */
        public boolean isBack() {
            return this == RETURNED || this == DAMAGED;
        }
    }

    /**
     * A booking: a stop, once its days are reserved.
     *
     * @param region of Québec, as a place code; {@code null} elsewhere, or if it is not known
     * @param contact who answers at the host; deleted once the stop is over
     * @param held days that no other stop may use: from mounting to the transport that follows
     * @param contractOn when it was signed, the insurance being proved
     * @param transportOn when the transport was ordered
     * @param people how many saw it; {@code null} until counted
     * @param settlement how the damage was settled
     */
    public record ExhibitionBooking(
            UUID id,
            int version,
            ExhibitionId exhibition,
            OrganisationId host,
            String hostName,
            @Nullable String place,
            String city,
            @Nullable String region,
            @Nullable String contact,
            DayRange open,
            DayRange held,
            BookingState state,
            @Nullable String spaceNote,
            @Nullable String securityNote,
            @Nullable LocalDate contractOn,
            @Nullable LocalDate transportOn,
            @Nullable Integer people,
            @Nullable LocalDate settledOn,
            @Nullable String settlement,
            @Nullable String reason) {}

    /**
     * What the form of a booking says.
     *
     * @param host {@code null} for a new organisation, of this name
     * @param region of Québec, as a place code
     */
    public record BookingFacts(
            @Nullable OrganisationId host,
            String hostName,
            @Nullable String place,
            String city,
            @Nullable String region,
            @Nullable String contact,
            DayRange open) {}

    /** When a condition report is made. */
    public enum ReportMoment {
        /** Before packing: the cover begins. */
        DEPARTURE,
        /** After unpacking: the cover ends. */
        RETURN;

        /** The name of its step in addresses. */
        public String step() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A damaged panel. */
    public record PanelDamage(int panel, String damage) {}

    /** What the form of a condition report says; after unpacking, only new damage. */
    public record ReportFacts(LocalDate madeOn, String madeBy, List<PanelDamage> damage) {}

    /** A condition report, with the ids of its photographs. */
    public record ConditionReport(
            UUID id,
            ReportMoment moment,
            LocalDate madeOn,
            String madeBy,
            List<PanelDamage> damage,
            List<UUID> photographs) {}

    /** A travelling exhibition. */
    public record ExhibitionId(UUID value) implements Identifier {}
}
