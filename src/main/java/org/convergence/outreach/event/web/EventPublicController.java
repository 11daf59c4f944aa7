package org.convergence.outreach.event.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.convergence.outreach.event.EventId;
import org.convergence.outreach.event.domain.Event.EventMode;
import org.convergence.outreach.event.domain.EventOrder.EventOrderFacts;
import org.convergence.outreach.event.domain.EventOrder.EventOrderState;
import org.convergence.outreach.event.domain.EventOrderService;
import org.convergence.outreach.event.domain.EventOrderService.AnnouncedEvent;
import org.convergence.outreach.event.domain.EventOrderService.OrderDetails;
import org.convergence.outreach.event.web.EventPage.LinkPage;
import org.convergence.outreach.event.web.EventPage.PublicEventPage;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.SecretAddress;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.publicform.PublicVisit;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The public page of an event with its form, and the page behind the link of an order: opening it changes nothing. */
@Controller
@RequestMapping("/public/event")
@Open("anyone may register, and a link answers for one order")
record EventPublicController(
        EventOrderService orders, RegistrationQueue queue, LetterStatusService letters, OrganisationSettings settings) {

    private static final String PATH = "/public/event/";
    private static final String FORM = "event";

    private static final Set<EventOrderState> PROMISED = EnumSet.of(EventOrderState.CONFIRMED, EventOrderState.WAITING);

    @Bean
    static SecretAddress eventAddress() {
        return new SecretAddress(PATH);
    }

    private static String in(String address, Words t) {
        return address + "?in=" + t.language().code();
    }

    @GetMapping("/{id}")
    ModelAndView show(
            @PathVariable EventId id,
            @RequestParam(name = "done", required = false) @Nullable EventOrderState done,
            PublicVisit visit) {
        visit.open();
        Words t = visit.words();
        return page(id, Form.blank().with("seats", 1).with("mode", EventMode.IN_PERSON), done, t, visit);
    }

    @PostMapping("/{id}")
    ModelAndView register(@PathVariable EventId id, Form form, PublicVisit visit) {
        Words t = visit.words();
        return visit.submit(
                FORM,
                form,
                answers -> EventForm.readRegistration(answers, t.language().code()),
                (EventOrderFacts facts) ->
                        SeeOther.to(in(PATH + id.value(), t) + "&done=" + queue.call(() -> orders.register(id, facts))),
                () -> page(id, form, null, t, visit));
    }

    private ModelAndView page(EventId id, Form form, @Nullable EventOrderState done, Words t, PublicVisit visit) {
        AnnouncedEvent announced = orders.findAnnounced(id);
        List<Option> meals = EventForm.meals(announced.event().facts());
        if (!form.filled("meals-asked")) {
            form.with("meals", meals.stream().map(Option::value).toList());
        }
        return PageView.of(
                "outreach/event/public",
                new PublicEventPage(
                        t,
                        settings.current().name(),
                        settings.current().identity().mail(),
                        announced,
                        done == null || !PROMISED.contains(done)
                                ? null
                                : letters.promise(t.say("public.event.done." + done), t),
                        form,
                        visit.shield(FORM),
                        PATH + id.value(),
                        EventForm.modes(announced.event().facts(), t),
                        EventForm.prices(announced.event().facts(), t),
                        visit.otherOptions(t)));
    }

    @GetMapping("/order/{secret}")
    ModelAndView open(@PathVariable String secret, PublicVisit visit) {
        OrderDetails details = visit.open(secret, () -> orders.open(secret));
        return linkPage(
                secret,
                details,
                EventForm.open(details),
                visit.words(List.of(details.order().language())),
                visit);
    }

    /** Names the guests, or does what its button says. */
    @PostMapping("/order/{secret}")
    ModelAndView answer(@PathVariable String secret, Form form, PublicVisit visit) {
        OrderDetails details = visit.open(secret, () -> orders.open(secret));
        Words t = visit.words(List.of(details.order().language()));
        return visit.submit(
                FORM,
                form,
                EventForm::readChange,
                change -> {
                    orders.changeByLink(secret, change);
                    return SeeOther.to(in(EventOrderService.PATH + secret, t));
                },
                () -> linkPage(secret, details, form, t, visit));
    }

    private ModelAndView linkPage(String secret, OrderDetails details, Form form, Words t, PublicVisit visit) {
        return PageView.of(
                "outreach/event/link",
                new LinkPage(
                        t,
                        details,
                        details.event().isOpen(settings.today()),
                        form,
                        visit.shield(FORM),
                        EventOrderService.PATH + secret,
                        visit.otherOptions(t)));
    }
}
