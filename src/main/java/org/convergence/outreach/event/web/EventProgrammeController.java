package org.convergence.outreach.event.web;

import java.util.List;
import org.convergence.outreach.event.EventId;
import org.convergence.outreach.event.EventPermissions;
import org.convergence.outreach.event.domain.Event;
import org.convergence.outreach.event.domain.EventItem;
import org.convergence.outreach.event.domain.EventProgrammeService;
import org.convergence.outreach.event.domain.EventQueries;
import org.convergence.outreach.event.web.EventPage.EventProgrammePage;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The programme of an event, with its speakers and their consents. */
@Controller
@RequestMapping("/outreach/event/{id}/programme")
@Requires(EventPermissions.EDIT)
record EventProgrammeController(EventQueries events, EventProgrammeService programme) {

    private record EventItemsInput(int version, List<EventItem> items) {}

    @GetMapping
    ModelAndView open(@PathVariable EventId id) {
        Event event = events.findById(id);
        return page(event, EventProgrammeForm.open(event, programme.findByEvent(id)));
    }

    private static ModelAndView page(Event event, Form form) {
        return PageView.of("outreach/event/programme", new EventProgrammePage(event, form));
    }

    @PostMapping
    ModelAndView save(@PathVariable EventId id, Form form) {
        return form.submit(
                answers -> new EventItemsInput(answers.version(), EventProgrammeForm.readProgramme(answers)),
                input -> {
                    programme.save(id, input.version(), input.items());
                    return SeeOther.to(EventPage.url(id)).withNotice("event.saved");
                },
                () -> page(events.findById(id), form));
    }
}
