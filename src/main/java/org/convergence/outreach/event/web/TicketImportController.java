package org.convergence.outreach.event.web;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.outreach.event.EventId;
import org.convergence.outreach.event.EventPermissions;
import org.convergence.outreach.event.domain.Event.EventState;
import org.convergence.outreach.event.domain.EventQueries;
import org.convergence.outreach.event.domain.TicketImportKind;
import org.convergence.outreach.event.domain.TicketSettings;
import org.convergence.outreach.event.domain.TicketSettings.TicketSeller;
import org.convergence.outreach.event.web.EventPage.TicketFilePage;
import org.convergence.outreach.event.web.EventPage.TicketStartPage;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Json;
import org.convergence.platform.imports.ImportFile;
import org.convergence.platform.imports.ImportKind;
import org.convergence.platform.imports.web.AbstractImportController;
import org.convergence.platform.imports.web.ImportControllerSupport;
import org.convergence.platform.imports.web.ImportPage;
import org.convergence.platform.imports.web.ImportStartPage;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Imports tickets sold elsewhere: the event, the columns, the site, the rate of another currency. */
@Controller
@RequestMapping(TicketImportController.URL)
@Requires(EventPermissions.EDIT)
class TicketImportController extends AbstractImportController {

    static final String URL = EventPage.LIST + "/tickets";

    private static final int MOST = 100;
    private static final BigDecimal MOST_RATE = BigDecimal.valueOf(1_000);

    private final EventQueries events;

    TicketImportController(ImportControllerSupport support, TicketImportKind kind, EventQueries events) {
        super(URL, support, List.of(kind));
        this.events = events;
    }

    @Override
    protected ModelAndView start(ImportStartPage page) {
        return PageView.of(
                "outreach/event/tickets-start",
                new TicketStartPage(
                        page,
                        Stream.of(false, true)
                                .flatMap(over -> events.findAll(over, MOST).stream())
                                .filter(each -> each.state() != EventState.CANCELLED && each.state() != EventState.HELD)
                                .map(each -> Option.of(each.id().value(), each.name()))
                                .toList()));
    }

    @Override
    protected Json chosen(ImportKind kind, FormValues answers, Words t) {
        UUID event = answers.id("event");
        events.findById(new EventId(event));
        return Json.of(new TicketSettings(event, TicketSeller.OTHER, null));
    }

    @Override
    protected ModelAndView page(ImportPage page, ImportFile file, Words t) {
        TicketSettings settings = file.choices().as(TicketSettings.class);
        EventId event = new EventId(settings.event());
        return PageView.of(
                "outreach/event/tickets-file",
                new TicketFilePage(
                        page,
                        events.findById(event).facts().name(),
                        EventPage.url(event),
                        Arrays.stream(TicketSeller.values())
                                .map(each -> Option.of(each, t.say("event.tickets.seller." + each)))
                                .toList()));
    }

    @Override
    protected void fill(Form form, ImportFile file) {
        TicketSettings settings = file.choices().as(TicketSettings.class);
        form.with("seller", settings.seller()).with("rate", settings.rate());
    }

    @Override
    protected Json choices(ImportFile file, Form form, FormValues answers) {
        TicketSettings settings = file.choices().as(TicketSettings.class);
        return Json.of(new TicketSettings(
                settings.event(),
                answers.choice("seller", TicketSeller.class),
                answers.optionalNumber("rate", new BigDecimal("0.0001"), MOST_RATE)));
    }
}
