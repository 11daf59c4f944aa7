package org.convergence.outreach.event.web;

import java.util.UUID;
import org.convergence.outreach.event.EventId;
import org.convergence.outreach.event.EventPermissions;
import org.convergence.outreach.event.domain.Event;
import org.convergence.outreach.event.domain.EventQueries;
import org.convergence.outreach.event.domain.EventTakingService;
import org.convergence.outreach.event.web.EventPage.EventTakingPage;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.shell.TextSource;
import org.convergence.resources.ledger.LedgerPermissions;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The takings of the night: one short form, for a phone at the door. */
@Controller
@RequestMapping("/outreach/event/{id}/takings")
@Requires(LedgerPermissions.RECORD)
record EventTakingController(EventQueries queries, EventTakingService takings) {

    @GetMapping("/new")
    ModelAndView open(@PathVariable EventId id) {
        return page(id, EventTakingForm.blank());
    }

    private ModelAndView page(EventId id, Form form) {
        Event event = queries.findById(id);
        return PageView.of("outreach/event/taking", new EventTakingPage(event, form));
    }

    @PostMapping("/new")
    ModelAndView record(@PathVariable EventId id, Form form) {
        return form.submit(
                EventTakingForm::read,
                facts -> {
                    takings.record(id, facts);
                    return SeeOther.to(EventPage.url(id) + "#result")
                            .withNotice("event.taking.recorded")
                            .withUndo(EventPage.url(id) + "/takings/" + facts.id() + "/undo");
                },
                () -> page(id, form));
    }

    @PostMapping("/{taking}/undo")
    ModelAndView undo(@PathVariable EventId id, @PathVariable UUID taking) {
        takings.undo(id, taking);
        return SeeOther.to(EventPage.url(id) + "#result").withNotice("event.taking.undone");
    }

    /** Events as the records of expenses, also once they are over. */
    @Bean
    static TextSource eventCosts() {
        return TextSource.of("outreach.eventcosts", EventPermissions.READ, """
                SELECT e.name AS title, '' AS body, NULL AS url, e.day AS until, NULL AS country, e.action AS line,
                       '/outreach/event/' || e.id AS page
                FROM outreach.event e WHERE e.id = :id
                """).at("/outreach/event/");
    }
}
