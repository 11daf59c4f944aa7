package org.convergence.outreach.event.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.convergence.outreach.event.EventId;
import org.convergence.outreach.event.EventPermissions;
import org.convergence.outreach.event.domain.Event;
import org.convergence.outreach.event.domain.Event.DoorCount;
import org.convergence.outreach.event.domain.Event.EventFacts;
import org.convergence.outreach.event.domain.Event.EventState;
import org.convergence.outreach.event.domain.EventChildcareQueries;
import org.convergence.outreach.event.domain.EventLetterService;
import org.convergence.outreach.event.domain.EventMealQueries;
import org.convergence.outreach.event.domain.EventProgrammeService;
import org.convergence.outreach.event.domain.EventQueries;
import org.convergence.outreach.event.domain.EventService;
import org.convergence.outreach.event.domain.EventService.CancelledEvent;
import org.convergence.outreach.event.domain.EventService.ChangedEvent;
import org.convergence.outreach.event.domain.EventService.EventOutcome;
import org.convergence.outreach.event.domain.EventTakingService;
import org.convergence.outreach.event.domain.Sponsorship;
import org.convergence.outreach.event.domain.SponsorshipService;
import org.convergence.outreach.event.web.EventPage.EventFormPage;
import org.convergence.outreach.event.web.EventPage.EventListPage;
import org.convergence.outreach.event.web.EventPage.EventMoney;
import org.convergence.plan.actionplan.PlanLineOptions;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.mail.MailingConfirmation;
import org.convergence.platform.search.SearchSource;
import org.convergence.platform.search.SearchSourceFactory;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.AddButtonEntry;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.MenuEntry;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.shell.TextSource;
import org.convergence.platform.text.Words;
import org.convergence.resources.ledger.LedgerPermissions;
import org.convergence.resources.spending.RecordExpenses;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Events: their list, their form, their page. */
@Controller
@RequestMapping("/outreach/event")
@Requires(EventPermissions.EDIT)
record EventController(
        EventQueries queries,
        EventService events,
        SponsorshipService sponsorships,
        EventProgrammeService programme,
        EventLetterService mailings,
        LetterStatusService letters,
        EventMealQueries meals,
        EventChildcareQueries childcare,
        EventTakingService takings,
        RecordExpenses expenses,
        PlanLineOptions lines,
        OrganisationSettings settings) {

    private static final int MOST = 100;

    @Bean
    static MenuEntry eventMenuEntry() {
        return MenuEntry.of("event.menu", EventPage.LIST).requiring(EventPermissions.READ);
    }

    @Bean
    static AddButtonEntry eventEntry() {
        return AddButtonEntry.of(100, "event.add", EventPage.LIST + "/new", EventPermissions.EDIT)
                .firstUnder(EventPage.LIST);
    }

    private static boolean may(String permission) {
        return CurrentActor.get().may(permission);
    }

    @GetMapping
    @Requires(EventPermissions.READ)
    ModelAndView list(Form form) {
        boolean over = form.filled("over");
        return PageView.of(
                "outreach/event/list",
                new EventListPage(queries.findAll(over, MOST), over, may(EventPermissions.EDIT)));
    }

    @GetMapping("/new")
    ModelAndView open() {
        return formPage(Form.blank(), null);
    }

    @PostMapping("/new")
    ModelAndView create(Form form) {
        return form.submit(
                EventForm::read,
                facts -> SeeOther.to(EventPage.url(events.create(facts))).withNotice("event.created"),
                () -> formPage(form, null));
    }

    private record EventInput(int version, EventFacts facts) {}

    @GetMapping("/{id}/edit")
    ModelAndView edit(@PathVariable EventId id) {
        Event event = queries.findById(id);
        return formPage(EventForm.open(event), event);
    }

    @PostMapping("/{id}/edit")
    ModelAndView edit(@PathVariable EventId id, Form form) {
        return form.submit(
                answers -> new EventInput(answers.version(), EventForm.read(answers)),
                input -> {
                    ChangedEvent changed = events.update(id, input.version(), input.facts());
                    SeeOther back = SeeOther.to(EventPage.url(id));
                    String key =
                            changed.rewritten() + changed.withheld() == 0 ? "event.saved" : "event.saved.rewritten";
                    return changed.withheld() == 0
                            ? back.withNotice(key, changed.rewritten(), 0)
                            : back.withWarning(key, changed.rewritten(), changed.withheld());
                },
                () -> formPage(form, queries.findById(id)));
    }

    private ModelAndView formPage(Form form, @Nullable Event event) {
        return PageView.of(
                "outreach/event/form",
                new EventFormPage(
                        form,
                        event == null ? EventPage.LIST : EventPage.url(event.id()),
                        event == null ? null : event.facts().name(),
                        event == null || event.state() == EventState.DRAFT ? "event.form.lead" : "event.form.lead.open",
                        lines.find(form, "action")));
    }

    @GetMapping("/{id}")
    @Requires(EventPermissions.READ)
    ModelAndView show(@PathVariable EventId id, Form form, Words t) {
        return page(id, form.value("q"), null, t);
    }

    private ModelAndView page(EventId id, String words, @Nullable Form sent, Words t) {
        Event event = queries.findById(id);
        DoorCount door = queries.countAtDoor(id);
        boolean isOver = event.state() == EventState.HELD
                || (event.state().isAhead() && !event.facts().day().isAfter(settings.today()));
        Form outcome = Form.blank()
                .atVersion(event.version())
                .with("people", event.people() == null ? door.admitted() : event.people())
                .with("costs", event.costs());
        boolean seesSums = may(EventPermissions.READ_SUMS);
        return PageView.of(
                "outreach/event/show",
                new EventPage(
                        event,
                        event.stateOn(settings.today()),
                        event.isUncounted(settings.today()),
                        queries.findQuotas(id),
                        queries.countNeeds(id),
                        meals.countMeals(id),
                        childcare.findChildren(id),
                        door,
                        may(EventPermissions.READ_ORDERS) ? queries.findOrders(id, words, MOST) : null,
                        words,
                        programme.findByEvent(id),
                        may(EventPermissions.EDIT) ? mailings.findMailings(event) : List.of(),
                        may(EventPermissions.EDIT) ? mailings.findCancellations(event) : Map.of(),
                        may(EventPermissions.EDIT) ? mailings.findUntold(id) : List.of(),
                        seesSums
                                ? sponsorships.findByEvent(id)
                                : sponsorships.findByEvent(id).stream()
                                        .map(Sponsorship::withoutAmount)
                                        .toList(),
                        seesSums ? money(id) : EventMoney.NONE,
                        event.state() == EventState.DRAFT
                                ? null
                                : expenses.show(EventTakingService.costs(id), t).orElse(null),
                        seesSums,
                        isOver && may(EventPermissions.EDIT) ? Objects.requireNonNullElse(sent, outcome) : null,
                        event.state().isAhead() && event.facts().day().equals(settings.today()),
                        may(EventPermissions.EDIT),
                        may(EventPermissions.CHECK_IN),
                        isOver && may(LedgerPermissions.RECORD)));
    }

    private EventMoney money(EventId id) {
        return new EventMoney(
                queries.sumPaid(id),
                queries.sumSponsored(id),
                queries.sumElsewhere(id),
                takings.sumTaken(id),
                takings.findByEvent(id),
                takings.sumSpent(id));
    }

    @GetMapping("/{id}/cancel")
    ModelAndView previewCancellation(@PathVariable EventId id, Words t) {
        return new MailingConfirmation(
                        t.say("event.cancel"),
                        queries.findById(id).facts().name(),
                        EventPage.url(id),
                        t.say("event.cancel.question"),
                        events.previewCancellation(id),
                        EventPage.url(id) + "/state/" + EventState.CANCELLED,
                        true)
                .view();
    }

    /** Opens or closes registration, cancels the event, or takes back that it was held. */
    @PostMapping("/{id}/state/{state}")
    ModelAndView setState(@PathVariable EventId id, @PathVariable EventState state, Form form, Words t) {
        return form.submit(
                answers -> state,
                wanted -> {
                    switch (wanted) {
                        case OPEN -> events.open(id);
                        case CANCELLED -> {
                            CancelledEvent told = events.cancel(id);
                            boolean waits = told.posted() > 0 && !letters.isMailSet();
                            boolean warns = waits || told.untold() > 0 || told.copies() > 0;
                            String key = waits ? "event.cancelled.waits" : "event.cancelled";
                            SeeOther back = SeeOther.to(EventPage.url(id));
                            return warns
                                    ? back.withWarning(key, told.posted(), told.untold(), told.copies())
                                    : back.withNotice(key, told.posted(), told.untold(), told.copies());
                        }
                        case CLOSED -> events.close(id);
                        default -> events.undoHold(id);
                    }
                    return SeeOther.to(EventPage.url(id)).withNotice("event.state-set." + wanted);
                },
                () -> page(id, "", form, t));
    }

    private record EventOutcomeInput(int version, EventOutcome outcome) {}

    @PostMapping("/{id}/hold")
    ModelAndView hold(@PathVariable EventId id, Form form, Words t) {
        return form.submit(
                answers -> new EventOutcomeInput(
                        answers.version(),
                        new EventOutcome(
                                answers.wholeNumber("people", 0, 1_000_000),
                                Objects.requireNonNullElse(EventForm.amount(answers, "costs"), BigDecimal.ZERO))),
                input -> {
                    events.hold(id, input.version(), input.outcome());
                    return SeeOther.to(EventPage.url(id))
                            .withNotice(
                                    queries.findById(id).facts().action() == null ? "event.held.no-line" : "event.held")
                            .withUndo(EventPage.url(id) + "/state/HELD");
                },
                () -> page(id, "", form, t));
    }

    /** Announced events as texts. */
    @Bean
    static TextSource eventTexts() {
        return TextSource.of("outreach.event", EventPermissions.READ, """
                SELECT e.name AS title, e.about AS body, '/public/event/' || e.id AS url, e.day AS until, NULL AS country,
                       e.action AS line, '/outreach/event/' || e.id AS page
                FROM outreach.event e WHERE e.id = :id AND e.state IN ('OPEN', 'CLOSED') AND e.day >= :today
                """).at("/outreach/event/");
    }

    /** Events in the global search, by name or place. */
    @Bean
    static SearchSource eventSearch(SearchSourceFactory sources) {
        return sources.create("event.menu", 46, EventPermissions.READ, "outreach.event", """
                SELECT e.name AS title, e.place AS detail, e.day, '/outreach/event/' || e.id AS url
                FROM outreach.event e
                WHERE platform.fold(e.name || ' ' || e.place) LIKE '%' || platform.fold(:text) || '%'
                ORDER BY e.day DESC, e.id DESC LIMIT :limit
                """);
    }
}
