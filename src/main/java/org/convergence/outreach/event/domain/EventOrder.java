package org.convergence.outreach.event.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.outreach.event.EventId;
import org.convergence.outreach.event.EventOrderId;
import org.convergence.outreach.event.domain.Event.EventMode;
import org.convergence.outreach.event.domain.TicketSettings.TicketSeller;
import org.convergence.platform.shell.Tone;
import org.convergence.resources.ledger.InvoiceId;
import org.jspecify.annotations.Nullable;

/**
 * An order of seats. The buyer, the contact who names the guests, and the guests are three (R-EVT-1).
 *
 * @param organisation the buyer; {@code null} for a person or a group
 * @param contactName empty once erased
 * @param code four characters for the door
 * @param amount for all seats, before taxes; {@code null} if nothing is paid
 * @param purchaseOrder its number, or who signed
 * @param owed what is left to pay of its invoice; {@code null} without one
 * @param credited what was credited or written off of its invoice; {@code null} without one
 * @param offeredUntil the end of an offer; {@code null} until it is told
 * @param named how many guests have a name
 * @param admitted how many guests came in at the door
 * @param seller the site that sold it; {@code null} for an order made here
 * @param tables such as 3 or 3, 7; empty without a table
 */
public record EventOrder(
        EventOrderId id,
        int version,
        EventId event,
        EventMode mode,
        EventOrderState state,
        int seats,
        @Nullable OrganisationId organisation,
        @Nullable String organisationName,
        String contactName,
        @Nullable String contactMail,
        String language,
        String code,
        @Nullable SeatPrice price,
        @Nullable BigDecimal amount,
        @Nullable String purchaseOrder,
        @Nullable InvoiceId invoice,
        @Nullable BigDecimal owed,
        @Nullable BigDecimal credited,
        @Nullable Instant offeredUntil,
        int named,
        int admitted,
        String tables,
        @Nullable TicketSeller seller,
        Instant madeAt) {

    /** The buyer's name. */
    public String buyer() {
        return organisationName == null ? contactName : organisationName;
    }

    /** Message key of what is left of its invoice: a sum, nothing since it is paid, or nothing since it was credited. */
    public String invoiceKey() {
        if (owed == null || owed.signum() > 0) {
            return "event.order.owed";
        }
        return credited != null && credited.signum() > 0 ? "event.order.credited" : "event.order.paid";
    }

    /** Whether letters can reach the buyer; erasing a person puts a stand-in in the place of the address. */
    public boolean hasMail() {
        return contactMail != null && contactMail.contains("@");
    }

    /** The same, whose offer ends at a moment. */
    EventOrder offeredUntil(Instant end) {
        return new EventOrder(
                id,
                version,
                event,
                mode,
                state,
                seats,
                organisation,
                organisationName,
                contactName,
                contactMail,
                language,
                code,
                price,
                amount,
                purchaseOrder,
                invoice,
                owed,
                credited,
                end,
                named,
                admitted,
                tables,
                seller,
                madeAt);
    }

    /** Where an order stands. */
    public enum EventOrderState {
        /** An organisation's, until a purchase order or a signature confirms it. */
        HELD(Tone.AHEAD),
        CONFIRMED(Tone.OK),
        WAITING(Tone.WARN),
        /** Seats are kept for it: until it is told, and for two days from then on. */
        OFFERED(Tone.ACTIVE),
        EXPIRED(Tone.REST),
        CANCELLED(Tone.REST);

        private final Tone tone;

        EventOrderState(Tone tone) {
            this.tone = tone;
        }

        public Tone tone() {
            return tone;
        }

        /** Whether its seats count in the quota. */
        public boolean takesSeats() {
            return isExpected() || this == OFFERED;
        }

        /** Whether its guests are expected at the door. */
        public boolean isExpected() {
            return this == HELD || this == CONFIRMED;
        }

        public boolean isOver() {
            return this == EXPIRED || this == CANCELLED;
        }

        /** The state of an order that gets its seats (R-EVT-2). */
        static EventOrderState secured(@Nullable OrganisationId organisation, @Nullable String purchaseOrder) {
            return organisation != null && purchaseOrder == null ? HELD : CONFIRMED;
        }
    }

    /** A solidarity price, chosen without proof (R-EVT-5). */
    public enum SeatPrice {
        REDUCED,
        REGULAR,
        SUPPORT
    }

    /** A need of a guest, always optional; {@link #OTHER} has its own words. */
    public enum GuestNeed {
        VEGETARIAN,
        VEGAN,
        HALAL,
        GLUTEN_FREE,
        ALLERGY,
        ACCESS,
        CHILDCARE,
        INTERPRETATION,
        OTHER
    }

    /**
     * A guest as typed.
     *
     * @param name {@code null} for an unnamed guest of the buyer
     * @param note the words of {@link GuestNeed#OTHER}
     * @param meals the places of the meals that the guest takes, the first being 1; {@code null} if that was not asked
     * @param childcare the children that come with the guest; {@code null} if that was not asked
     */
    public record GuestFacts(
            @Nullable String name,
            Set<GuestNeed> needs,
            @Nullable String note,
            @Nullable List<String> meals,
            @Nullable ChildcareRequest childcare) {

        /** A guest of an event whose meals and children were not asked. */
        public GuestFacts(@Nullable String name, Set<GuestNeed> needs, @Nullable String note) {
            this(name, needs, note, null, null);
        }

        /** Whether children come with the guest. */
        public boolean bringsChildren() {
            return childcare != null && !childcare.children().isEmpty();
        }
    }

    /**
     * What an order asks for.
     *
     * @param language in which letters are written
     * @param first the person who registers; the contact of an organisation is not its guest
     */
    public record EventOrderFacts(
            EventMode mode,
            int seats,
            @Nullable OrganisationId organisation,
            @Nullable String mail,
            String language,
            @Nullable SeatPrice price,
            @Nullable String purchaseOrder,
            GuestFacts first) {

        /** The same, with another address for letters. */
        EventOrderFacts reachedAt(@Nullable String address) {
            return new EventOrderFacts(mode, seats, organisation, address, language, price, purchaseOrder, first);
        }

        /** The same, ordered by an organisation. */
        public EventOrderFacts boughtBy(OrganisationId buyer) {
            return new EventOrderFacts(mode, seats, buyer, mail, language, price, purchaseOrder, first);
        }
    }

    /** What staff, or the contact by the link, do with an order. */
    public enum OrderGesture {
        /** Take an offer. */
        ACCEPT,
        RESIZE,
        NAME_GUESTS,
        CANCEL,
        /** Take part in the other mode. */
        MODE,
        /** Record the purchase order, or who signed: staff alone do it (R-EVT-2). */
        CONFIRM,
        /** Seat guests at other tables: staff alone do it, since they see all tables. */
        SEAT;

        /** Whether the contact may do it by the link. */
        boolean isByLink() {
            return this != CONFIRM && this != SEAT;
        }
    }

    /**
     * A gesture with what it needs.
     *
     * @param version on which the form was opened
     * @param seats for {@link OrderGesture#RESIZE}
     * @param guests in the order of their seats
     * @param tables for {@link OrderGesture#SEAT}, in the order of the seats; {@code null} for a seat at no table
     */
    public record OrderChange(
            OrderGesture gesture,
            int version,
            int seats,
            String purchaseOrder,
            List<GuestFacts> guests,
            List<@Nullable Integer> tables) {

        /** A gesture that moves nobody. */
        public OrderChange(
                OrderGesture gesture, int version, int seats, String purchaseOrder, List<GuestFacts> guests) {
            this(gesture, version, seats, purchaseOrder, guests, List.of());
        }
    }

    /** A table with the guests seated there, of any order. */
    public record EventTable(int number, int guests) {}

    /**
     * A seat.
     *
     * @param buyer whose guest sits there
     * @param needs {@code null} once erased
     * @param meals the places of the meals that the guest takes; {@code null} for all of them, and once erased
     * @param children the age band of each child that comes with the guest; {@code null} once erased
     * @param leftAt since when the guest is out; {@code null} for a guest who is in, or did not come
     * @param doubles times that the guest was checked in once more
     */
    public record EventSeat(
            UUID id,
            EventOrderId eventOrder,
            String code,
            @Nullable Integer tableNumber,
            @Nullable String name,
            String buyer,
            @Nullable List<String> needs,
            @Nullable String needNote,
            @Nullable List<String> meals,
            @Nullable List<String> children,
            @Nullable String pickUp,
            boolean childPhotos,
            @Nullable Instant admittedAt,
            @Nullable Instant leftAt,
            int doubles) {}
}
