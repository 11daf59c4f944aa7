package org.convergence.outreach.assembly.web;

import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.PartyChooser;
import org.convergence.directory.people.PersonId;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.domain.FollowUpDetails;
import org.convergence.outreach.assembly.domain.FollowUpFacts;
import org.convergence.outreach.assembly.domain.FollowUpQueries;
import org.convergence.outreach.assembly.domain.FollowUpService;
import org.convergence.outreach.assembly.domain.MeetingQueries;
import org.convergence.outreach.assembly.domain.ResolutionDetails;
import org.convergence.outreach.assembly.domain.ResolutionQueries;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.mail.RecordReminders;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.ListSlice;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageAddress;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Lists, adds, corrects, assigns and closes follow-ups. */
@Controller
@RequestMapping("/outreach/assembly")
@Requires(AssemblyPermissions.PREPARE)
record MeetingFollowUpController(
        FollowUpQueries followUps,
        FollowUpService followUpService,
        MeetingQueries meetings,
        ResolutionQueries resolutions,
        PartyChooser chooser,
        OrganisationSettings settings,
        RecordReminders.Finder reminders) {

    private static final int SHOWN = 50;
    private static final String LIST = AssemblyUrls.HOME + "/follow-ups";
    private static final String PERSON = "person";

    private record MeetingFollowUpInput(@Nullable UUID resolution, FollowUpFacts facts) {}

    private record MeetingFollowUpChange(int version, FollowUpFacts facts) {}

    private record FollowUpEndInput(boolean done, String outcome) {}

    @GetMapping("/follow-ups")
    @Requires(AssemblyPermissions.READ)
    ModelAndView list(Form form, Words t) {
        ListSlice<FollowUpDetails> slice =
                ListSlice.of(followUps.findOpen(form.value("after"), SHOWN + 1), SHOWN, FollowUpDetails::position);
        String next = slice.next();
        return PageView.of(
                "outreach/assembly/follow-ups",
                new FollowUpsPage(
                        slice.rows().stream()
                                .map(each -> FollowUpRow.of(each, settings.today(), t))
                                .toList(),
                        next == null
                                ? null
                                : PageAddress.of(LIST).with("after", next).toString()));
    }

    @GetMapping("/items/{id}/follow-ups/new")
    ModelAndView ask(@PathVariable UUID id) {
        return asking(id, Form.blank());
    }

    @PostMapping("/items/{id}/follow-ups/new")
    ModelAndView ask(@PathVariable UUID id, Form form) {
        UUID meeting = meetings.point(id).meeting().value();
        return form.submit(
                answers -> new MeetingFollowUpInput(answers.optionalId("resolution"), read(form, answers)),
                asked -> {
                    followUpService.create(id, asked.resolution(), asked.facts());
                    return SeeOther.to(AssemblyUrls.meeting(meeting) + "/minutes#point-" + id)
                            .withNotice("assembly.follow-up.asked");
                },
                () -> asking(id, form));
    }

    private ModelAndView asking(UUID id, Form form) {
        var it = meetings.point(id);
        List<Option> of = resolutions.findByMeeting(it.meeting()).stream()
                .filter(ResolutionDetails::carried)
                .map(each -> new Option(each.id().toString(), each.label()))
                .toList();
        PageLink about = new PageLink(
                meetings.findAgenda(it.meeting()).title(),
                AssemblyUrls.meeting(it.meeting().value()) + "/minutes");
        return page(
                "assembly.follow-up.new",
                about,
                AssemblyUrls.HOME + "/items/" + id + "/follow-ups/new",
                form,
                of,
                null);
    }

    @GetMapping("/follow-ups/{id}")
    @Requires(AssemblyPermissions.READ)
    ModelAndView show(@PathVariable UUID id, Words t) {
        FollowUpDetails it = followUps.findById(id);
        return shown(it, fill(Form.blank(), it), t);
    }

    private static Form fill(Form form, FollowUpDetails it) {
        FollowUpFacts facts = it.facts();
        return form.with("what", facts.what())
                .with(PERSON, facts.person())
                .with("who", facts.who())
                .with("dueOn", facts.dueOn())
                .atVersion(it.version());
    }

    @PostMapping("/follow-ups/{id}")
    ModelAndView correct(@PathVariable UUID id, Form form, Words t) {
        FollowUpDetails it = followUps.findById(id);
        return form.submit(
                answers -> new MeetingFollowUpChange(answers.version(), read(form, answers)),
                corrected -> followUpService.correct(id, corrected.version(), corrected.facts()),
                SeeOther.to(LIST + "/" + id).withNotice("assembly.saved"),
                () -> shown(it, form, t));
    }

    private ModelAndView shown(FollowUpDetails it, Form form, Words t) {
        PageLink about =
                new PageLink(it.bodyName(), AssemblyUrls.meeting(it.meeting().value()) + "/minutes");
        boolean edits = CurrentActor.get().may(AssemblyPermissions.PREPARE);
        return page(
                edits ? "assembly.follow-up.edit" : "assembly.follow-up.one",
                about,
                LIST + "/" + it.id(),
                form,
                List.of(),
                FollowUpRow.of(it, settings.today(), t).withTakesUp(takesUp(it)));
    }

    private @Nullable String takesUp(FollowUpDetails it) {
        return it.isToRetake()
                ? followUps
                        .findRetakingMeeting(it, settings.today())
                        .map(meeting -> AssemblyUrls.meeting(meeting.value()) + "/take-up/" + it.id())
                        .orElse(null)
                : null;
    }

    @PostMapping("/follow-ups/{id}/close")
    ModelAndView close(@PathVariable UUID id, Form form, Words t) {
        FollowUpDetails it = followUps.findById(id);
        return form.submit(
                answers -> {
                    String outcome = answers.optionalText("outcome", 2_000);
                    return new FollowUpEndInput(!form.value("end").equals("DROPPED"), outcome == null ? "" : outcome);
                },
                closed -> {
                    followUpService.close(id, closed.done(), closed.outcome());
                    return SeeOther.to(LIST)
                            .withNotice("assembly.follow-up.closed", it.facts().what())
                            .withUndo(LIST + "/" + id + "/reopen");
                },
                () -> shown(it, fill(form, it), t));
    }

    /** « Je le prends »: assigns it to the actor. */
    @PostMapping("/follow-ups/{id}/take")
    ModelAndView take(@PathVariable UUID id) {
        followUpService.assignToActor(id);
        return SeeOther.to("/").withNotice("assembly.today.taken").withUndo(LIST + "/" + id + "/take/undo");
    }

    @PostMapping("/follow-ups/{id}/take/undo")
    ModelAndView giveBack(@PathVariable UUID id) {
        followUpService.unassignFromActor(id);
        return SeeOther.to("/").withNotice("assembly.today.given-back");
    }

    @PostMapping("/follow-ups/{id}/reopen")
    ModelAndView reopen(@PathVariable UUID id) {
        followUpService.reopen(id);
        return SeeOther.to(LIST + "/" + id).withNotice("assembly.saved");
    }

    private FollowUpFacts read(Form form, FormValues answers) {
        PersonId person = chooser.chosenPersons(form, PERSON, 1).first();
        String who = answers.optionalText("who", 200);
        return new FollowUpFacts(
                answers.text("what", 1_000), person, person == null ? who : null, answers.optionalDate("dueOn"));
    }

    private ModelAndView page(
            String key, PageLink about, String action, Form form, List<Option> of, @Nullable FollowUpRow row) {
        return PageView.of(
                "outreach/assembly/follow-up-form",
                new MeetingFollowUpPage(
                        AssemblyFormPage.choosing(
                                key, about, action, form, chooser.persons(form, PERSON, 1, List.of())),
                        of,
                        row,
                        row == null ? null : reminders.find(AssemblyDeadlines.key("follow-up", row.id()), row.url()),
                        CurrentActor.get().may(AssemblyPermissions.PREPARE)));
    }
}
