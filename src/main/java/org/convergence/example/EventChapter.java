package org.convergence.example;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.convergence.example.DirectoryChapter.ExampleDirectory;
import org.convergence.outreach.event.EventId;
import org.convergence.outreach.event.domain.ChildcareRequest;
import org.convergence.outreach.event.domain.ChildcareRequest.AgeBand;
import org.convergence.outreach.event.domain.Event.EventFacts;
import org.convergence.outreach.event.domain.Event.EventMode;
import org.convergence.outreach.event.domain.EventInvoiceService;
import org.convergence.outreach.event.domain.EventItem;
import org.convergence.outreach.event.domain.EventOrder;
import org.convergence.outreach.event.domain.EventOrder.EventOrderFacts;
import org.convergence.outreach.event.domain.EventOrder.GuestFacts;
import org.convergence.outreach.event.domain.EventOrder.GuestNeed;
import org.convergence.outreach.event.domain.EventOrder.OrderChange;
import org.convergence.outreach.event.domain.EventOrder.OrderGesture;
import org.convergence.outreach.event.domain.EventOrder.SeatPrice;
import org.convergence.outreach.event.domain.EventOrderService;
import org.convergence.outreach.event.domain.EventProgrammeService;
import org.convergence.outreach.event.domain.EventService;
import org.convergence.outreach.event.domain.TicketColumn;
import org.convergence.outreach.event.domain.TicketLines;
import org.convergence.outreach.event.domain.TicketService;
import org.convergence.outreach.event.domain.TicketSettings;
import org.convergence.outreach.event.domain.TicketSettings.TicketSeller;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.AuditedOperations;
import org.convergence.platform.door.DoorSource;
import org.convergence.platform.door.DoorSource.DoorGesture;
import org.convergence.platform.door.DoorSource.DoorGuest;
import org.convergence.platform.door.DoorSource.DoorMove;
import org.convergence.platform.imports.ImportRow;
import org.convergence.platform.settings.RecipientWords;
import org.springframework.stereotype.Component;

/** A full conference with a group that waits; a benefit evening of thirty tables; a supper of tonight, half checked in. */
@Component
class EventChapter {

    private static final int TABLE = 8;
    private static final int OPENED_VERSION = 2;
    private static final List<SeatPrice> PRICES = List.of(SeatPrice.REGULAR, SeatPrice.REDUCED, SeatPrice.SUPPORT);
    /** The buyers of the evening: one of them takes two tables. */
    private static final List<String> BUYERS = List.of(
            "cosl", "asne", "rms", "ftv", "fms", "fbm", "fes", "fte", "faa", "crm", "crmtl", "crcap", "crest", "crcn",
            "crsag", "scl", "sctr", "sevp", "spce", "sfl", "stsv", "srac", "segq", "shr", "sbe", "ssn", "sgm", "aidr",
            "mgi");

    private static final List<String> GUESTS =
            List.of("Solange Vadnais", "Rodrigue Morneau", "Yolette Saintil", "Ghislain Thivierge", "Maïté Bourdages");
    private static final List<String> FAMILIES = List.of("Beaudry-Kanté", "Sansregret", "Lachapelle", "Vigneault");

    private final EventService events;
    private final EventProgrammeService programme;
    private final EventOrderService orders;
    private final EventInvoiceService invoices;
    private final SponsorChapter sponsors;
    private final TicketService tickets;
    private final DoorSource door;
    private final RecipientWords words;
    private final Clock clock;
    private final AuditedOperations operations;

    EventChapter(
            EventService events,
            EventProgrammeService programme,
            EventOrderService orders,
            EventInvoiceService invoices,
            SponsorChapter sponsors,
            TicketService tickets,
            List<DoorSource> doors,
            RecipientWords words,
            Clock clock,
            AuditedOperations operations) {
        this.tickets = tickets;
        this.door = doors.stream()
                .filter(each -> each.name().equals("event"))
                .findFirst()
                .orElseThrow();
        this.words = words;
        this.clock = clock;
        this.events = events;
        this.programme = programme;
        this.orders = orders;
        this.invoices = invoices;
        this.sponsors = sponsors;
        this.operations = operations;
    }

    void enter(ExampleActors hands, ExampleDirectory directory, ExampleCalendar calendar) {
        Actor staff = hands.actorOf(ExampleUser.IDRISS);
        conference(staff, calendar.today().plusDays(18));
        evening(staff, hands.coordinator(), directory, calendar.today().plusDays(47));
        supper(staff, directory, calendar.today());
    }

    private EventId announce(Actor staff, EventFacts facts) {
        EventId id = operations.callAs(staff, "event.create", () -> events.create(facts));
        operations.runAs(staff, "event.open", () -> events.open(id));
        return id;
    }

    private EventOrder order(Actor staff, EventId event, EventOrderFacts facts) {
        return operations.callAs(staff, "event.order", () -> orders.order(event, facts));
    }

    private void conference(Actor staff, LocalDate day) {
        EventId event = announce(
                staff,
                new EventFacts(
                        "Qui coud nos vêtements? Conférence",
                        day,
                        "19:00",
                        "Grande salle de la Maison des gens d’ici, Trois-Rivières",
                        6,
                        50,
                        "https://rencontre.example/qui-coud",
                        "Français, interprétation en espagnol",
                        "Trois ouvrières et une chercheuse parlent des zones franches, et de ce qu’on peut faire d’ici.",
                        "Entrée de plain-pied, boucle auditive. Garde d’enfants sur place, sur inscription.",
                        false,
                        null,
                        TABLE,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "",
                        "Maude Larivière\nTeddy Okafor",
                        true));
        for (int i = 0; i < GUESTS.size(); i++) {
            Set<GuestNeed> needs = i % 2 == 0 ? Set.of(GuestNeed.VEGETARIAN, GuestNeed.CHILDCARE) : Set.of();
            order(staff, event, person(EventMode.IN_PERSON, 1, GUESTS.get(i), needs));
        }
        order(staff, event, person(EventMode.IN_PERSON, 4, "Le groupe des Passe-Frontières", Set.of()));
        List<EventItem> items = List.of(
                new EventItem("19:00", "Mot de bienvenue", null, false, false, null),
                new EventItem(
                        "19:10",
                        "Douze heures par jour, six jours par semaine",
                        "Rosalba Quintanilla",
                        true,
                        false,
                        "Par courriel, deux semaines avant"),
                new EventItem("19:40", "Ce que l’on coud pour ici", "Une ouvrière de la zone", false, false, null));
        operations.runAs(staff, "event.plan", () -> programme.save(event, OPENED_VERSION, items));
        order(staff, event, person(EventMode.ONLINE, 12, "Classe de francisation", Set.of(GuestNeed.INTERPRETATION)));
    }

    private static EventOrderFacts person(EventMode mode, int seats, String name, Set<GuestNeed> needs) {
        var children = needs.contains(GuestNeed.CHILDCARE)
                ? new ChildcareRequest(List.of(AgeBand.FROM_3_TO_5), name, false)
                : null;
        var guest = new GuestFacts(name, needs, null, null, children);
        return new EventOrderFacts(mode, seats, null, null, "fr", null, null, guest);
    }

    private void evening(Actor staff, Actor coordinator, ExampleDirectory directory, LocalDate day) {
        EventId event = announce(
                staff,
                new EventFacts(
                        "La soirée des solidarités",
                        day,
                        "18:00",
                        "Salle du Port, Trois-Rivières",
                        30 * TABLE,
                        null,
                        null,
                        "Français",
                        "Un souper, des chansons et des nouvelles de là-bas. Les profits soutiennent les ateliers de l’année.",
                        "Salle accessible, stationnement réservé sur demande.",
                        true,
                        "EX-000-EXEMPLE",
                        TABLE,
                        new BigDecimal("60"),
                        new BigDecimal("90"),
                        new BigDecimal("140"),
                        null,
                        new BigDecimal("12000"),
                        null,
                        "",
                        "",
                        true));
        List<EventOrder> made = new ArrayList<>();
        for (int i = 0; i < BUYERS.size(); i++) {
            made.add(order(
                    staff,
                    event,
                    new EventOrderFacts(
                            EventMode.IN_PERSON,
                            i == 0 ? 2 * TABLE : TABLE,
                            directory.organisation(BUYERS.get(i)),
                            null,
                            "fr",
                            PRICES.get(i % PRICES.size()),
                            i % 5 == 4 ? null : "BC-2" + (100 + i),
                            new GuestFacts("Secrétariat", Set.of(), null))));
        }
        named(staff, made.get(1), 6, 0);
        named(staff, made.get(3), TABLE, 6);
        sponsors.enter(staff, coordinator, event, day.minusDays(60));
        operations.runAs(
                coordinator, "event.invoice", () -> invoices.issue(made.get(3).id()));
    }

    /** Tables of two organisations and tickets sold on Eventbrite; the door has checked half of them in. */
    private void supper(Actor staff, ExampleDirectory directory, LocalDate today) {
        EventId event = announce(
                staff,
                new EventFacts(
                        "Le souper spaghetti des ateliers",
                        today,
                        "18:00",
                        "Sous-sol de l’église Sainte-Cécile, Trois-Rivières",
                        4 * TABLE,
                        null,
                        null,
                        "Français",
                        "Un repas simple et une tombola sans tirage. Les profits soutiennent les ateliers de l’hiver.",
                        "Entrée de plain-pied par la rue de côté.",
                        false,
                        null,
                        TABLE,
                        new BigDecimal("30"),
                        new BigDecimal("45"),
                        new BigDecimal("70"),
                        null,
                        new BigDecimal("1500"),
                        null,
                        "",
                        "",
                        false));
        EventOrder table = null;
        for (String buyer : List.of("rms", "sfl")) {
            table = order(
                    staff,
                    event,
                    new EventOrderFacts(
                            EventMode.IN_PERSON,
                            TABLE,
                            directory.organisation(buyer),
                            null,
                            "fr",
                            SeatPrice.REGULAR,
                            "BC-3" + buyer.length(),
                            new GuestFacts("Secrétariat", Set.of(), null)));
            named(staff, table, TABLE, buyer.equals("rms") ? 6 : 6 + TABLE);
        }
        TicketSettings settings = new TicketSettings(event.value(), TicketSeller.EVENTBRITE, null);
        int number = 1;
        for (ExampleFile.ExampleLine line : ExampleFile.lines("billets.csv")) {
            ImportRow row = new ImportRow(
                    ++number,
                    Map.of(
                            TicketColumn.ORDER.name(), line.text("commande"),
                            TicketColumn.TICKET.name(), line.text("billet"),
                            TicketColumn.GIVEN_NAME.name(), line.text("prénom"),
                            TicketColumn.FAMILY_NAME.name(), line.text("nom"),
                            TicketColumn.AMOUNT.name(), line.text("montant"),
                            TicketColumn.REFUND.name(), line.text("remboursé"),
                            TicketColumn.STATUS.name(), line.text("statut")));
            operations.callAs(staff, "event.enter-ticket", () -> tickets.enter(settings, row, new TicketLines()));
        }
        List<DoorGuest> guests =
                operations.callAs(staff, "door.open", () -> door.findGuests(event.value(), words.forLanguage("fr")));
        for (int i = 0; i < guests.size() / 2; i++) {
            Instant at = clock.instant().minusSeconds(60L * (guests.size() - i));
            DoorGesture enters = new DoorGesture(DoorMove.ENTER, guests.get(i).id(), null, false, false, at);
            operations.callAs(staff, "door.note", () -> door.apply(event.value(), enters));
        }
        var leaves = new DoorGesture(DoorMove.LEAVE, guests.get(2).id(), null, false, false, clock.instant());
        operations.callAs(staff, "door.note", () -> door.apply(event.value(), leaves));
    }

    /** @param from each order has other guests */
    private void named(Actor staff, EventOrder order, int count, int from) {
        List<GuestFacts> guests = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = GUESTS.get((from + i) % GUESTS.size()).split(" ", 2)[0] + " "
                    + FAMILIES.get((from + i) / GUESTS.size() % FAMILIES.size());
            guests.add(new GuestFacts(name, i == 2 ? Set.of(GuestNeed.HALAL) : Set.of(), null));
        }
        operations.runAs(
                staff,
                "event.name-guests",
                () -> orders.change(
                        order.id(), new OrderChange(OrderGesture.NAME_GUESTS, order.version(), 0, "", guests)));
    }
}
