package org.convergence.directory.exchange.web;

import java.util.UUID;
import org.convergence.directory.exchange.ExchangeActivities;
import org.convergence.directory.exchange.ExchangeContent;
import org.convergence.directory.exchange.ExchangeId;
import org.convergence.directory.exchange.ExchangePermissions;
import org.convergence.directory.exchange.domain.ExchangeQueries;
import org.convergence.directory.exchange.domain.ExchangeQueries.ExchangeDetails;
import org.convergence.directory.exchange.domain.ExchangeService;
import org.convergence.directory.people.PartyUrls;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.audit.ChangeHistory;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One exchange: its page, recording, correcting, deleting and restoring. */
@Controller
@RequestMapping("/directory/exchange")
@Requires(ExchangePermissions.RECORD)
record ExchangeController(
        ExchangeQueries exchangeQueries,
        ExchangeService exchangeService,
        ExchangeForm forms,
        PeopleDirectory people,
        ExchangeActivities activities) {

    @GetMapping("/{id}")
    @Requires(ExchangePermissions.READ)
    ModelAndView show(@PathVariable ExchangeId id, Words t) {
        ExchangeDetails exchange = exchangeQueries.findById(id);
        ExchangeContent content = exchange.content();
        ChangeHistory history = ChangeHistory.of(exchangeQueries.changes(exchange.id()), "exchange", t);
        return PageView.of(
                "directory/exchange/exchange",
                new ExchangePage(
                        id,
                        content.subject(),
                        t.date(content.day()) + " · " + t.say(content.channel().key()),
                        people.personNames(content.people()).values().stream()
                                .map(each ->
                                        new ExchangePage.ExchangeParticipantLink(each.name(), PartyUrls.of(each.id())))
                                .toList(),
                        people.organisationNames(content.organisations()).values().stream()
                                .map(each ->
                                        new ExchangePage.ExchangeParticipantLink(each.name(), PartyUrls.of(each.id())))
                                .toList(),
                        content.text().isBlank() ? null : content.text(),
                        CurrentActor.get().may(ExchangePermissions.RECORD),
                        activities.findUrl(id).orElse(null),
                        history));
    }

    /**
     * An empty form.
     *
     * @param person a participant
     * @param organisation a participant
     * @param from the page to return to
     */
    @GetMapping("/new")
    ModelAndView blank(
            @RequestParam(required = false) @Nullable UUID person,
            @RequestParam(required = false) @Nullable UUID organisation,
            @RequestParam(required = false) @Nullable String from) {
        return blank(forms.blankWith(person, organisation).with("from", from));
    }

    private ModelAndView blank(Form form) {
        String back = SeeOther.isLocal(form.value("from")) ? form.value("from") : ExchangePage.LIST;
        return PageView.of("directory/exchange/form", forms.page(null, form, ExchangePage.LIST, back, null));
    }

    @PostMapping
    ModelAndView record(Form form) {
        return form.submit(
                forms::read,
                input -> {
                    ExchangeId id = exchangeService.record(input.content(), input.newcomers(), input.line());
                    return SeeOther.back(form.filled("from") ? form.value("from") : null, ExchangePage.url(id, ""))
                            .withNotice("exchange.recorded");
                },
                () -> blank(form));
    }

    @GetMapping("/{id}/edit")
    ModelAndView edit(@PathVariable ExchangeId id) {
        ExchangeDetails exchange = exchangeQueries.findById(id);
        return edition(exchange, forms.open(exchange), null);
    }

    @PostMapping("/{id}/edit")
    ModelAndView edit(@PathVariable ExchangeId id, Form form, Words t) {
        ExchangeDetails exchange = exchangeQueries.findById(id);
        return form.submit(
                forms::read,
                input -> {
                    exchangeService.correct(
                            exchange.id(), input.version(), input.content(), input.newcomers(), input.line());
                    return SeeOther.to(ExchangePage.url(exchange.id(), "")).withNotice("exchange.corrected");
                },
                () -> edition(exchange, form, null),
                since -> {
                    ExchangeDetails stands = exchangeQueries.findById(exchange.id());
                    return edition(stands, form, forms.compare(form, stands, since, t));
                });
    }

    private ModelAndView edition(ExchangeDetails exchange, Form form, @Nullable Conflict conflict) {
        String url = ExchangePage.url(exchange.id(), "");
        return PageView.of("directory/exchange/form", forms.page(exchange, form, url + "/edit", url, conflict));
    }

    @GetMapping("/{id}/remove")
    ModelAndView remove(@PathVariable ExchangeId id) {
        ExchangeDetails exchange = exchangeQueries.findById(id);
        return removal(exchange, Form.blank().atVersion(exchange.version()));
    }

    @PostMapping("/{id}/remove")
    ModelAndView remove(@PathVariable ExchangeId id, Form form) {
        ExchangeDetails exchange = exchangeQueries.findById(id);
        return form.submit(
                answers -> answers.version(),
                version -> exchangeService.delete(exchange.id(), version),
                SeeOther.to(ExchangePage.LIST)
                        .withNotice("exchange.removed")
                        .withUndo(ExchangePage.url(exchange.id(), "/remove/undo")),
                () -> removal(exchange, form));
    }

    private static ModelAndView removal(ExchangeDetails exchange, Form form) {
        return PageView.of(
                "directory/exchange/removal",
                new ExchangePage.ExchangeRemoval(
                        exchange.content().subject(), ExchangePage.url(exchange.id(), ""), form));
    }

    @PostMapping("/{id}/remove/undo")
    ModelAndView bringBack(@PathVariable ExchangeId id) {
        exchangeService.restore(id);
        return SeeOther.to(ExchangePage.url(id, "")).withNotice("exchange.back");
    }
}
