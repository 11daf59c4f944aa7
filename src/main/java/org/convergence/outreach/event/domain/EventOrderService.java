package org.convergence.outreach.event.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.convergence.directory.people.LetterRecipients;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.outreach.event.EventId;
import org.convergence.outreach.event.EventOrderId;
import org.convergence.outreach.event.EventPermissions;
import org.convergence.outreach.event.domain.Event.EventQuota;
import org.convergence.outreach.event.domain.Event.EventState;
import org.convergence.outreach.event.domain.EventOrder.EventOrderFacts;
import org.convergence.outreach.event.domain.EventOrder.EventOrderState;
import org.convergence.outreach.event.domain.EventOrder.EventSeat;
import org.convergence.outreach.event.domain.EventOrder.EventTable;
import org.convergence.outreach.event.domain.EventOrder.OrderChange;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.Requires;
import org.convergence.platform.access.TooManyAttempts;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.mail.LetterStatus;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Orders of seats: by the public form, by staff, and by the link in a letter, which does with one order what staff do. */
@Service
@Transactional
@Requires(EventPermissions.EDIT)
public class EventOrderService {

    /** The beginning of the addresses of links. */
    public static final String PATH = "/public/event/order/";

    private static final Actor BY_FORM = Actor.system("event form");

    /** Links that one address gets in a day by the form, so that the form floods nobody. */
    private static final int MOST_LINKS = 3;

    private final EventQueries events;
    private final EventOrderRepository repository;
    private final EventSeatRepository guests;
    private final EventProgrammeService programme;
    private final SeatAllocator seats;
    private final EventLetterSender letters;
    private final PeopleDirectory people;
    private final LetterRecipients recipients;
    private final OrganisationSettings settings;

    EventOrderService(
            EventQueries events,
            EventOrderRepository repository,
            EventSeatRepository guests,
            EventProgrammeService programme,
            SeatAllocator seats,
            EventLetterSender letters,
            PeopleDirectory people,
            LetterRecipients recipients,
            OrganisationSettings settings) {
        this.events = events;
        this.repository = repository;
        this.guests = guests;
        this.programme = programme;
        this.seats = seats;
        this.letters = letters;
        this.people = people;
        this.recipients = recipients;
        this.settings = settings;
    }

    /**
     * An event with the seats of its modes, and the sponsors to name.
     *
     * @param isOpen whether anyone may register today
     */
    public record AnnouncedEvent(
            Event event, List<EventQuota> quotas, List<EventItem> programme, List<String> sponsors, boolean isOpen) {}

    /** @throws NotFound if it was not announced */
    @Open("an announced event is public")
    @Transactional(readOnly = true)
    public AnnouncedEvent findAnnounced(EventId id) {
        return CurrentActor.callAs(BY_FORM, () -> {
            Event event = events.findById(id);
            if (event.state() == EventState.DRAFT) {
                throw new NotFound("event");
            }
            return new AnnouncedEvent(
                    event,
                    events.findQuotas(id),
                    programme.findByEvent(id),
                    events.findNamedSponsors(id),
                    event.isOpen(settings.today()));
        });
    }

    /**
     * Registers a person or a group. An address that is registered already gets its link once more, and no second order;
     * the answer is the same, so that the form does not tell who is registered.
     *
     * @throws Refused if registration is not open
     * @throws TooManyAttempts if this address got the most links of a day
     */
    @Open("anyone may register")
    @Transactional(label = "event.register")
    public EventOrderState register(EventId id, EventOrderFacts facts) {
        return CurrentActor.callAs(BY_FORM, () -> {
            Event event = events.findById(id);
            if (!event.isOpen(settings.today())) {
                throw new Refused("public.event.refused.closed");
            }
            repository.lockQuota(id, facts.mode());
            String mail = facts.mail();
            Optional<EventOrder> before = mail == null ? Optional.empty() : repository.findByMail(id, mail);
            if (before.isEmpty()) {
                return seats.create(event, facts).state();
            }
            EventOrder order = before.get();
            if (repository.countLinks(order.id(), repository.now().minus(Duration.ofDays(1))) >= MOST_LINKS) {
                throw new TooManyAttempts("public.event.limit.address", Duration.ofDays(1));
            }
            letters.post(EventLetterKind.of(order.state()), event, order);
            return order.state();
        });
    }

    /** Records an order of a person or an organisation; without an address of its own, letters go to the one we know. */
    @Transactional(label = "event.order")
    public EventOrder order(EventId event, EventOrderFacts facts) {
        OrganisationId buyer = facts.organisation();
        return seats.create(
                events.findById(event),
                buyer == null || facts.mail() != null
                        ? facts
                        : facts.reachedAt(recipients.findById(buyer).mail()));
    }

    /** Records an order of an organisation that is entered in the directory with it. */
    @Transactional(label = "event.order")
    public EventOrder order(EventId event, EventOrderFacts facts, String newcomer) {
        return order(event, facts.boughtBy(people.findOrCreateOrganisation(newcomer)));
    }

    /** The tables of an event at which guests sit. */
    @Transactional(readOnly = true)
    public List<EventTable> findTables(EventId id) {
        return guests.findTables(id);
    }

    /** An order with its guests. */
    public record OrderDetails(Event event, EventOrder order, List<EventSeat> guests) {}

    /** The last letter about an order; {@code null} for none. */
    @Transactional(readOnly = true)
    public @Nullable LetterStatus findLetter(EventOrderId id) {
        return letters.findLast(id);
    }

    /** @throws NotFound if there is no such order */
    @Transactional(readOnly = true)
    public OrderDetails findById(EventOrderId id) {
        EventOrder order = repository.findById(id);
        Event event = events.findById(order.event());
        return new OrderDetails(event, seats.withEnd(event, order), events.findSeats(id));
    }

    /** @throws NotFound if the secret opens nothing */
    @Open("a link answers for one order")
    @Transactional(readOnly = true)
    public OrderDetails open(String secret) {
        return byLink(secret, this::findById);
    }

    /**
     * Changes an order, and returns how many waiting orders a cancellation gave an offer.
     *
     * @throws Refused if the event or the order is over, it was changed meanwhile, an offer is late, or the seats are
     *     not free
     */
    @Transactional(label = "event.change-order")
    public int change(EventOrderId id, OrderChange change) {
        Event event = events.findById(repository.findById(id).event());
        if (!event.state().isAhead()) {
            throw new Refused("public.event.refused.over");
        }
        EventPolicy.requireChildcare(event.facts(), change.guests());
        switch (change.gesture()) {
            case ACCEPT -> seats.secure(event, id);
            case RESIZE -> seats.resize(event, id, change.seats());
            case MODE -> seats.changeMode(event, id);
            case NAME_GUESTS -> seats.nameGuests(id, change.version(), change.guests());
            case CANCEL -> {
                return seats.cancel(event, id);
            }
            case SEAT -> seats.seatAt(event, id, change.version(), change.tables());
            case CONFIRM -> {
                EventOrderState state = repository.lock(id).state();
                if (state.isOver()) {
                    throw new Refused("public.event.refused.over");
                }
                repository.set(id, "purchase_order", change.purchaseOrder());
                if (state == EventOrderState.HELD) {
                    seats.secure(event, id);
                }
            }
        }
        return 0;
    }

    /** As {@link #change}, by the link. */
    @Open("a link answers for one order")
    @Transactional(label = "event.change-order")
    public void changeByLink(String secret, OrderChange change) {
        byLink(secret, id -> {
            if (change.gesture().isByLink()) {
                change(id, change);
            }
            return true;
        });
    }

    private <T> T byLink(String secret, Function<EventOrderId, T> work) {
        EventOrderId order = repository.findByLink(secret).orElseThrow(() -> new NotFound("order"));
        return CurrentActor.callAs(BY_FORM, () -> work.apply(order));
    }

    /** What a check-in did; doubles had been checked in before: they are reported, never refused (R-EVT-7). */
    public record CheckInResult(int admitted, int doubles) {}

    /**
     * Checks guests in: all those of a code, or of some seats. Seats of another event are ignored.
     *
     * @param code of an order; empty to name the seats
     * @param at when they came
     * @throws NotFound if no such guest is expected
     */
    @Requires(EventPermissions.CHECK_IN)
    @Transactional(label = "event.check-in")
    public CheckInResult checkIn(EventId event, String code, List<UUID> chosen, Instant at) {
        List<Integer> checked = guests.checkIn(event, code.strip(), chosen, at);
        if (checked.isEmpty()) {
            throw new NotFound("guest");
        }
        int doubles = (int) checked.stream().filter(each -> each > 0).count();
        return new CheckInResult(checked.size() - doubles, doubles);
    }

    /** As {@link #checkIn(EventId, String, List, Instant)}, now. */
    @Requires(EventPermissions.CHECK_IN)
    @Transactional(label = "event.check-in")
    public CheckInResult checkIn(EventId event, String code, List<UUID> chosen) {
        return checkIn(event, code, chosen, repository.now());
    }

    /** Takes a check-in of each back that was a mistake. */
    @Requires(EventPermissions.CHECK_IN)
    @Transactional(label = "event.uncheck")
    public int undoCheckIn(EventId event, List<UUID> chosen) {
        return guests.undoCheckIn(event, chosen);
    }

    /** As {@link #move(EventId, List, boolean, Instant)}, now. */
    @Requires(EventPermissions.CHECK_IN)
    @Transactional(label = "event.move")
    public int move(EventId event, List<UUID> chosen, boolean leave) {
        return move(event, chosen, leave, repository.now());
    }

    /**
     * Notes that guests left or returned, and tells how many did; a later move of a guest holds.
     *
     * @param at when it happened
     */
    @Requires(EventPermissions.CHECK_IN)
    @Transactional(label = "event.move")
    public int move(EventId event, List<UUID> chosen, boolean leave, Instant at) {
        return (int) chosen.stream()
                .filter(seat -> guests.move(event, seat, leave, at))
                .count();
    }
}
