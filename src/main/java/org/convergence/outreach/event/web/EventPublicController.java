package org.convergence.outreach.event.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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
import org.convergence.platform.publicform.PublicFormGuard;
import org.convergence.platform.publicform.PublicLanguages;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
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
        EventOrderService orders,
        PublicFormGuard guard,
        PublicLanguages languages,
        LetterStatusService letters,
        OrganisationSettings settings) {

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
            @RequestParam(name = "in", required = false) @Nullable String language,
            @RequestParam(name = "done", required = false) @Nullable EventOrderState done,
            HttpServletRequest request,
            HttpServletResponse response) {
        guard.open(request, response);
        Words t = languages.wordsFor(language, List.of(), request);
        return page(id, Form.blank().with("seats", 1).with("mode", EventMode.IN_PERSON), done, t, request);
    }

    @PostMapping("/{id}")
    ModelAndView register(
            @PathVariable EventId id,
            @RequestParam(name = "in", required = false) @Nullable String language,
            Form form,
            HttpServletRequest request,
            HttpServletResponse response) {
        Words t = languages.wordsFor(language, List.of(), request);
        return guard.submit(
                FORM,
                request,
                response,
                form,
                answers -> EventForm.readRegistration(answers, t.language().code()),
                (EventOrderFacts facts) ->
                        SeeOther.to(in(PATH + id.value(), t) + "&done=" + orders.register(id, facts)),
                () -> page(id, form, null, t, request));
    }

    private ModelAndView page(
            EventId id, Form form, @Nullable EventOrderState done, Words t, HttpServletRequest request) {
        AnnouncedEvent announced = orders.findAnnounced(id);
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
                        guard.shield(FORM, request),
                        PATH + id.value(),
                        EventForm.modes(announced.event().facts(), t),
                        EventForm.prices(announced.event().facts(), t),
                        languages.otherOptions(t)));
    }

    @GetMapping("/order/{secret}")
    ModelAndView open(
            @PathVariable String secret,
            @RequestParam(name = "in", required = false) @Nullable String language,
            HttpServletRequest request,
            HttpServletResponse response) {
        OrderDetails details = guard.open(secret, request, response, () -> orders.open(secret));
        return linkPage(
                secret,
                details,
                EventForm.open(details),
                languages.wordsFor(language, List.of(details.order().language()), request),
                request);
    }

    /** Names the guests, or does what its button says. */
    @PostMapping("/order/{secret}")
    ModelAndView answer(
            @PathVariable String secret,
            @RequestParam(name = "in", required = false) @Nullable String language,
            Form form,
            HttpServletRequest request,
            HttpServletResponse response) {
        OrderDetails details = guard.open(secret, request, response, () -> orders.open(secret));
        Words t = languages.wordsFor(language, List.of(details.order().language()), request);
        return guard.submit(
                FORM,
                request,
                response,
                form,
                EventForm::readChange,
                change -> {
                    orders.changeByLink(secret, change);
                    return SeeOther.to(in(EventOrderService.PATH + secret, t));
                },
                () -> linkPage(secret, details, form, t, request));
    }

    private ModelAndView linkPage(String secret, OrderDetails details, Form form, Words t, HttpServletRequest request) {
        return PageView.of(
                "outreach/event/link",
                new LinkPage(
                        t,
                        details,
                        form,
                        guard.shield(FORM, request),
                        EventOrderService.PATH + secret,
                        languages.otherOptions(t)));
    }
}
