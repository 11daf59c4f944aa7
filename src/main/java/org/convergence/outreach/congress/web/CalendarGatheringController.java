package org.convergence.outreach.congress.web;

import java.util.Optional;
import java.util.UUID;
import org.convergence.outreach.congress.CongressPermissions;
import org.convergence.outreach.congress.domain.Gathering.GatheringId;
import org.convergence.outreach.congress.domain.GatheringService;
import org.convergence.plan.calendar.ComingEntries;
import org.convergence.plan.calendar.ComingEntries.ComingEntry;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Makes a gathering of an entry of the user's calendars: nothing is typed again, and it stays the same entry. */
@Controller
@RequestMapping(CalendarGatheringController.PATH + "/{entry}")
@Requires(CongressPermissions.EDIT)
record CalendarGatheringController(ComingEntries entries, GatheringService service, CongressForm forms) {

    static final String PATH = "/outreach/congress/from-calendar";

    @GetMapping
    ModelAndView open(@PathVariable UUID entry) {
        ComingEntry it = find(entry);
        Optional<GatheringId> known = service.findByEntry(it.key());
        return known.isPresent()
                ? SeeOther.to(CongressPage.url(known.get())).withNotice("congress.entry.known")
                : page(
                        entry,
                        Form.blank()
                                .with(CongressForm.TITLE.name(), it.title())
                                .with(CongressForm.BEGINS.name(), it.day())
                                .with(CongressForm.ENDS.name(), it.lastDay())
                                .with(CongressForm.PLACE.name(), it.place())
                                .with(
                                        CongressForm.RESPONSIBLE,
                                        CurrentActor.get().personId()));
    }

    private ComingEntry find(UUID entry) {
        return entries.findById(entry).orElseThrow(() -> new NotFound("entry"));
    }

    @PostMapping
    ModelAndView save(@PathVariable UUID entry, Form form) {
        ComingEntry it = find(entry);
        return form.submit(
                forms::read,
                facts -> SeeOther.to(CongressPage.url(service.saveFromEntry(it.key(), facts)))
                        .withNotice("congress.saved"),
                () -> page(entry, form));
    }

    private ModelAndView page(UUID entry, Form form) {
        return forms.page(null, PATH + "/" + entry, "/plan/calendar", form);
    }
}
