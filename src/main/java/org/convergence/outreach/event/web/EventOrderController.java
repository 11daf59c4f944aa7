package org.convergence.outreach.event.web;

import java.util.List;
import org.convergence.directory.people.ChosenParties;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PartyChooser;
import org.convergence.outreach.event.EventId;
import org.convergence.outreach.event.EventOrderId;
import org.convergence.outreach.event.EventPermissions;
import org.convergence.outreach.event.domain.Event;
import org.convergence.outreach.event.domain.Event.EventMode;
import org.convergence.outreach.event.domain.EventInvoiceService;
import org.convergence.outreach.event.domain.EventLetterService;
import org.convergence.outreach.event.domain.EventOrder;
import org.convergence.outreach.event.domain.EventOrder.EventOrderFacts;
import org.convergence.outreach.event.domain.EventOrder.EventOrderState;
import org.convergence.outreach.event.domain.EventOrder.SeatPrice;
import org.convergence.outreach.event.domain.EventOrderService;
import org.convergence.outreach.event.domain.EventOrderService.CheckInResult;
import org.convergence.outreach.event.domain.EventOrderService.OrderDetails;
import org.convergence.outreach.event.domain.EventQueries;
import org.convergence.outreach.event.web.EventPage.OrderFormPage;
import org.convergence.outreach.event.web.EventPage.OrderPage;
import org.convergence.outreach.event.web.GuestListPage.GuestGroup;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.publicform.PublicLanguages;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageAddress;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.convergence.resources.ledger.LedgerPermissions;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Orders that staff record, with their guests and their invoice; the door, and the list by table to print. */
@Controller
@RequestMapping("/outreach/event")
@Requires(EventPermissions.EDIT)
class EventOrderController {

    private static final String BUYER = "organisation";
    private static final int MOST_FOUND = 60;
    private static final int MOST_PRINTED = 2_000;

    private final EventQueries events;
    private final EventOrderService orders;
    private final EventInvoiceService invoices;
    private final EventLetterService mailings;
    private final PartyChooser chooser;
    private final LetterStatusService letters;
    private final PublicLanguages languages;

    EventOrderController(
            EventQueries events,
            EventOrderService orders,
            EventInvoiceService invoices,
            EventLetterService mailings,
            PartyChooser chooser,
            LetterStatusService letters,
            PublicLanguages languages) {
        this.events = events;
        this.orders = orders;
        this.invoices = invoices;
        this.mailings = mailings;
        this.chooser = chooser;
        this.letters = letters;
        this.languages = languages;
    }

    private static String url(EventOrderId id) {
        return EventPage.LIST + "/orders/" + id.value();
    }

    @GetMapping("/{id}/orders/new")
    ModelAndView open(@PathVariable EventId id, Words t) {
        Event event = events.findById(id);
        return formPage(
                event,
                Form.blank()
                        .with("seats", event.facts().tableSize())
                        .with("price", SeatPrice.REGULAR)
                        .with("mode", EventMode.IN_PERSON)
                        .with("language", t.language().code()),
                t);
    }

    private record OrderInput(ChosenParties<OrganisationId> buyer, EventOrderFacts facts) {}

    @PostMapping("/{id}/orders/new")
    ModelAndView order(@PathVariable EventId id, Form form, Words t) {
        return form.submit(
                answers -> {
                    ChosenParties<OrganisationId> buyer = chooser.chosenOrganisations(form, BUYER, 1);
                    return new OrderInput(
                            buyer,
                            EventForm.readOrder(
                                    answers,
                                    buyer,
                                    PublicLanguages.isSupported(form.value("language"))
                                            ? form.value("language")
                                            : t.language().code()));
                },
                input -> {
                    List<String> newcomers = input.buyer().newcomers();
                    EventOrder made = newcomers.isEmpty()
                            ? orders.order(id, input.facts())
                            : orders.order(id, input.facts(), newcomers.get(0));
                    return SeeOther.to(url(made.id())).withNotice("event.order.made");
                },
                () -> formPage(events.findById(id), form, t));
    }

    private ModelAndView formPage(Event event, Form form, Words t) {
        return PageView.of(
                "outreach/event/order-form",
                new OrderFormPage(
                        event,
                        form,
                        chooser.organisations(form, BUYER, 1, List.of()),
                        EventForm.modes(event.facts(), t),
                        EventForm.prices(event.facts(), t),
                        languages.options()));
    }

    @GetMapping("/orders/{id}")
    ModelAndView show(@PathVariable EventOrderId id) {
        OrderDetails details = orders.findById(id);
        return page(details, EventForm.open(details));
    }

    private ModelAndView page(OrderDetails details, Form form) {
        return PageView.of(
                "outreach/event/order",
                new OrderPage(
                        details,
                        orders.findLetter(details.order().id()),
                        orders.findTables(details.event().id()),
                        form,
                        events.isToCredit(details.order().id()),
                        CurrentActor.get().may(LedgerPermissions.ISSUE)));
    }

    @PostMapping("/orders/{id}")
    ModelAndView change(@PathVariable EventOrderId id, Form form) {
        return form.submit(
                EventForm::readChange,
                change -> {
                    OrderDetails details = orders.findById(id);
                    EventOrder before = details.order();
                    int offered = orders.change(id, change);
                    SeeOther back = SeeOther.to(url(id));
                    String key = "event.order.saved." + change.gesture();
                    return switch (change.gesture()) {
                        case CANCEL -> back.withWarning(key, offered, before.buyer());
                        case CONFIRM -> confirmed(back, key, before);
                        case SEAT ->
                            back.withNotice(key)
                                    .withUndo(seats(
                                            details, orders.findById(id).order().version()));
                        default -> back.withNotice(key);
                    };
                },
                () -> page(orders.findById(id), form));
    }

    /** The address that puts guests back at the tables where they sat. */
    private static String seats(OrderDetails before, int version) {
        PageAddress address = PageAddress.of(url(before.order().id()))
                .with("gesture", "SEAT")
                .with("version", String.valueOf(version))
                .with("count", String.valueOf(before.guests().size()));
        for (int i = 0; i < before.guests().size(); i++) {
            Integer table = before.guests().get(i).tableNumber();
            address = table == null ? address : address.with("table-" + i, String.valueOf(table));
        }
        return address.toString();
    }

    /** A letter is written only when the seats become confirmed, and to an address. */
    private SeeOther confirmed(SeeOther back, String key, EventOrder before) {
        if (before.state() != EventOrderState.HELD) {
            return back.withNotice(key + ".noted");
        }
        if (!before.hasMail()) {
            return back.withWarning(key + ".untold", before.buyer());
        }
        return letters.notePosted(back, 1, key, key + ".waits");
    }

    /** Notes that a registration was told by telephone or face to face. */
    @PostMapping("/orders/{id}/told")
    ModelAndView markTold(@PathVariable EventOrderId id) {
        return SeeOther.to(EventPage.url(mailings.markTold(id)))
                .withNotice("mail.told.noted")
                .withUndo(url(id) + "/told/undo");
    }

    @PostMapping("/orders/{id}/told/undo")
    ModelAndView undoTold(@PathVariable EventOrderId id) {
        return SeeOther.to(EventPage.url(mailings.undoTold(id))).withNotice("mail.told.undone");
    }

    @PostMapping("/orders/{id}/invoice")
    @Requires(LedgerPermissions.ISSUE)
    ModelAndView invoice(@PathVariable EventOrderId id, Form form) {
        return form.submit(
                answers -> id,
                order -> SeeOther.to(
                        "/resources/ledger/invoices/" + invoices.issue(order).value()),
                () -> show(id));
    }

    /** The door on a phone: names appear once a part of one is typed. */
    @GetMapping("/{id}/door")
    @Requires(EventPermissions.CHECK_IN)
    ModelAndView door(@PathVariable EventId id, Form form) {
        String words = form.value("q").strip();
        return list("outreach/event/door", id, words, words.length() < 2 ? 0 : MOST_FOUND);
    }

    /** The list by table, to print. */
    @GetMapping("/{id}/tables")
    @Requires(EventPermissions.CHECK_IN)
    ModelAndView print(@PathVariable EventId id) {
        return list("outreach/event/tables", id, "", MOST_PRINTED);
    }

    private ModelAndView list(String view, EventId id, String words, int most) {
        return PageView.of(
                view,
                new GuestListPage(
                        events.findById(id),
                        words,
                        GuestGroup.of(events.findExpected(id, words, most)),
                        events.countAtDoor(id),
                        CurrentActor.get().may(EventPermissions.EDIT)));
    }

    @PostMapping("/{id}/door")
    @Requires(EventPermissions.CHECK_IN)
    ModelAndView checkIn(@PathVariable EventId id, Form form) {
        PageAddress door = PageAddress.of(EventPage.url(id) + "/door");
        return form.submit(
                answers -> answers.ids("seat"),
                seats -> {
                    CheckInResult result = orders.checkIn(id, "", seats);
                    SeeOther back = SeeOther.to(door.with("q", form.value("q")).toString());
                    return result.doubles() > 0
                            ? back.withWarning("event.door.double", result.doubles(), result.admitted())
                            : back.withNotice("event.door.admitted", result.admitted())
                                    .withUndo(door.at(door.path() + "/undo")
                                            .with("seat", String.join(" ", form.values("seat")))
                                            .toString());
                },
                () -> door(id, form));
    }

    @PostMapping("/{id}/door/undo")
    @Requires(EventPermissions.CHECK_IN)
    ModelAndView undoCheckIn(@PathVariable EventId id, Form form) {
        List<String> seats = List.of(form.value("seat").split(" "));
        orders.undoCheckIn(id, Form.blank().with("seat", seats).read(answers -> answers.ids("seat")));
        return SeeOther.to(EventPage.url(id) + "/door").withNotice("event.door.undone");
    }
}
