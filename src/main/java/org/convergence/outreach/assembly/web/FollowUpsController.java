package org.convergence.outreach.assembly.web;

import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.Chooser;
import org.convergence.directory.people.PersonId;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.domain.FollowUpFacts;
import org.convergence.outreach.assembly.domain.FollowUpKeeping;
import org.convergence.outreach.assembly.domain.FollowUps;
import org.convergence.outreach.assembly.domain.MeetingReading;
import org.convergence.outreach.assembly.domain.Passed;
import org.convergence.outreach.assembly.domain.Pending;
import org.convergence.outreach.assembly.domain.Resolutions;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Address;
import org.convergence.platform.shell.Answers;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Page;
import org.convergence.platform.shell.Slice;
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
class FollowUpsController {

    private static final int SHOWN = 50;
    private static final String LIST = Urls.HOME + "/follow-ups";
    private static final String PERSON = "person";

    private final FollowUps followUps;
    private final FollowUpKeeping keeping;
    private final MeetingReading reading;
    private final Resolutions resolutions;
    private final Chooser chooser;
    private final OrganisationSettings settings;

    FollowUpsController(
            FollowUps followUps,
            FollowUpKeeping keeping,
            MeetingReading reading,
            Resolutions resolutions,
            Chooser chooser,
            OrganisationSettings settings) {
        this.followUps = followUps;
        this.keeping = keeping;
        this.reading = reading;
        this.resolutions = resolutions;
        this.chooser = chooser;
        this.settings = settings;
    }

    private record Asked(@Nullable UUID resolution, FollowUpFacts facts) {}

    private record Corrected(int version, FollowUpFacts facts) {}

    private record Closed(boolean done, String outcome) {}

    @GetMapping("/follow-ups")
    @Requires(AssemblyPermissions.READ)
    ModelAndView list(Form form, Words t) {
        Slice<Pending> slice = Slice.of(followUps.open(form.value("after"), SHOWN + 1), SHOWN, Pending::position);
        String next = slice.next();
        return Page.of(
                "outreach/assembly/follow-ups",
                new FollowUpsPage(
                        slice.rows().stream()
                                .map(each -> FollowUpRow.of(each, settings.today(), t))
                                .toList(),
                        next == null
                                ? null
                                : Address.of(LIST).with("after", next).toString()));
    }

    @GetMapping("/items/{id}/follow-ups/new")
    ModelAndView ask(@PathVariable UUID id) {
        return asking(id, Form.blank());
    }

    @PostMapping("/items/{id}/follow-ups/new")
    ModelAndView ask(@PathVariable UUID id, Form form) {
        UUID meeting = reading.point(id).meeting().value();
        return form.submit(
                answers -> new Asked(answers.optionalId("resolution"), read(form, answers)),
                asked -> {
                    keeping.ask(id, asked.resolution(), asked.facts());
                    return Go.to(Urls.meeting(meeting) + "/minutes#point-" + id).saying("assembly.follow-up.asked");
                },
                () -> asking(id, form));
    }

    private ModelAndView asking(UUID id, Form form) {
        var it = reading.point(id);
        List<Option> of = resolutions.of(it.meeting()).stream()
                .filter(Passed::carried)
                .map(each -> new Option(each.id().toString(), each.label()))
                .toList();
        Link about = new Link(
                reading.agenda(it.meeting()).title(), Urls.meeting(it.meeting().value()) + "/minutes");
        return page("assembly.follow-up.new", about, Urls.HOME + "/items/" + id + "/follow-ups/new", form, of, null);
    }

    @GetMapping("/follow-ups/{id}")
    @Requires(AssemblyPermissions.READ)
    ModelAndView show(@PathVariable UUID id, Words t) {
        Pending it = followUps.one(id);
        FollowUpFacts facts = it.facts();
        Form form = Form.blank()
                .with("what", facts.what())
                .with(PERSON, facts.person())
                .with("who", facts.who())
                .with("dueOn", facts.dueOn())
                .at(it.version());
        return shown(it, form, t);
    }

    @PostMapping("/follow-ups/{id}")
    ModelAndView correct(@PathVariable UUID id, Form form, Words t) {
        Pending it = followUps.one(id);
        return form.submit(
                answers -> new Corrected(answers.version(), read(form, answers)),
                corrected -> {
                    keeping.correct(id, corrected.version(), corrected.facts());
                    return Go.to(LIST + "/" + id).saying("assembly.saved");
                },
                () -> shown(it, form, t));
    }

    private ModelAndView shown(Pending it, Form form, Words t) {
        Link about = new Link(it.bodyName(), Urls.meeting(it.meeting().value()) + "/minutes");
        boolean edits = CurrentActor.get().may(AssemblyPermissions.PREPARE);
        return page(
                edits ? "assembly.follow-up.edit" : "assembly.follow-up.one",
                about,
                LIST + "/" + it.id(),
                form,
                List.of(),
                FollowUpRow.of(it, settings.today(), t));
    }

    @PostMapping("/follow-ups/{id}/close")
    ModelAndView close(@PathVariable UUID id, Form form, Words t) {
        Pending it = followUps.one(id);
        return form.submit(
                answers -> {
                    String outcome = answers.optionalText("outcome", 2_000);
                    return new Closed(!form.value("end").equals("DROPPED"), outcome == null ? "" : outcome);
                },
                closed -> {
                    keeping.close(id, closed.done(), closed.outcome());
                    return Go.to(LIST)
                            .saying("assembly.follow-up.closed", it.facts().what())
                            .undo(LIST + "/" + id + "/reopen");
                },
                () -> shown(it, form, t));
    }

    /** « Je le prends »: assigns it to the actor. */
    @PostMapping("/follow-ups/{id}/take")
    ModelAndView take(@PathVariable UUID id) {
        keeping.take(id);
        return Go.to("/").saying("assembly.today.taken").undo(LIST + "/" + id + "/take/undo");
    }

    @PostMapping("/follow-ups/{id}/take/undo")
    ModelAndView giveBack(@PathVariable UUID id) {
        keeping.giveBack(id);
        return Go.to("/").saying("assembly.today.given-back");
    }

    @PostMapping("/follow-ups/{id}/reopen")
    ModelAndView reopen(@PathVariable UUID id) {
        keeping.reopen(id);
        return Go.to(LIST + "/" + id).saying("assembly.saved");
    }

    private FollowUpFacts read(Form form, Answers answers) {
        PersonId person = chooser.chosenPersons(form, PERSON, 1).first();
        String who = answers.optionalText("who", 200);
        return new FollowUpFacts(
                answers.text("what", 1_000), person, person == null ? who : null, answers.optionalDate("dueOn"));
    }

    private ModelAndView page(
            String key, Link about, String action, Form form, List<Option> of, @Nullable FollowUpRow row) {
        return Page.of(
                "outreach/assembly/follow-up-form",
                new FollowUpPage(
                        FormPage.choosing(key, about, action, form, chooser.persons(form, PERSON, 1, List.of())),
                        of,
                        row,
                        CurrentActor.get().may(AssemblyPermissions.PREPARE)));
    }
}
