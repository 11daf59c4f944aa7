package org.convergence.outreach.assembly.web;

import java.util.List;
import java.util.UUID;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.Agenda;
import org.convergence.outreach.assembly.domain.FollowUps;
import org.convergence.outreach.assembly.domain.Meeting;
import org.convergence.outreach.assembly.domain.MeetingReading;
import org.convergence.outreach.assembly.domain.MinutesReading;
import org.convergence.outreach.assembly.domain.MinutesState;
import org.convergence.outreach.assembly.domain.Passed;
import org.convergence.outreach.assembly.domain.Present;
import org.convergence.outreach.assembly.domain.ResolutionFacts;
import org.convergence.outreach.assembly.domain.ResolutionKeeping;
import org.convergence.outreach.assembly.domain.ResolutionWords;
import org.convergence.outreach.assembly.domain.Resolutions;
import org.convergence.outreach.assembly.domain.Saying;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Address;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Page;
import org.convergence.platform.shell.Slice;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Records resolutions under an item, corrects them until the minutes are signed, lists and searches them. */
@Controller
@RequestMapping("/outreach/assembly")
@Requires(AssemblyPermissions.PREPARE)
class ResolutionController {

    private static final int SHOWN = 50;
    private static final String LIST = Urls.HOME + "/resolutions";

    private final Resolutions resolutions;
    private final ResolutionKeeping keeping;
    private final MeetingReading reading;
    private final MinutesReading minutes;
    private final FollowUps followUps;
    private final OrganisationSettings settings;

    ResolutionController(
            Resolutions resolutions,
            ResolutionKeeping keeping,
            MeetingReading reading,
            MinutesReading minutes,
            FollowUps followUps,
            OrganisationSettings settings) {
        this.resolutions = resolutions;
        this.keeping = keeping;
        this.reading = reading;
        this.minutes = minutes;
        this.followUps = followUps;
        this.settings = settings;
    }

    private record Corrected(int version, ResolutionFacts facts) {}

    @GetMapping("/items/{id}/resolutions/new")
    ModelAndView write(@PathVariable UUID id, Form asked, Words t) {
        var it = reading.point(id);
        UUID ratifies = asked.read(answers -> answers.optionalId("ratifies"));
        return form(
                "assembly.resolution.new",
                it.meeting(),
                Urls.HOME + "/items/" + id + "/resolutions/new",
                Form.blank()
                        .with("text", ratifies == null ? it.point().asked() : t.say("assembly.consultation.ratify"))
                        .with("ratifies", ratifies)
                        .with("mode", "UNANIMOUS"),
                t);
    }

    @PostMapping("/items/{id}/resolutions/new")
    ModelAndView record(@PathVariable UUID id, Form form, Words t) {
        MeetingId meeting = reading.point(id).meeting();
        return form.submit(
                answers -> ResolutionForms.read(form, answers),
                facts -> {
                    Passed made = resolutions.one(keeping.record(id, facts));
                    return Go.to(Urls.meeting(meeting.value()) + "/minutes#point-" + id)
                            .saying(
                                    made.carried() ? "assembly.resolution.carried" : "assembly.resolution.lost",
                                    made.label());
                },
                () -> form(
                        "assembly.resolution.new", meeting, Urls.HOME + "/items/" + id + "/resolutions/new", form, t));
    }

    @GetMapping("/resolutions/{id}/edit")
    ModelAndView edit(@PathVariable UUID id, Words t) {
        Passed it = resolutions.one(id);
        return form("assembly.resolution.edit", it.meeting(), LIST + "/" + id + "/edit", ResolutionForms.of(it), t);
    }

    @PostMapping("/resolutions/{id}/edit")
    ModelAndView edit(@PathVariable UUID id, Form form, Words t) {
        Passed it = resolutions.one(id);
        return form.submit(
                answers -> new Corrected(answers.version(), ResolutionForms.read(form, answers)),
                corrected -> {
                    keeping.correct(id, corrected.version(), corrected.facts());
                    return Go.to(LIST + "/" + id).saying("assembly.saved");
                },
                () -> form("assembly.resolution.edit", it.meeting(), LIST + "/" + id + "/edit", form, t));
    }

    private ModelAndView form(String key, MeetingId id, String action, Form form, Words t) {
        Agenda agenda = reading.agenda(id);
        Present present = minutes.present(id);
        List<Option> articles = agenda.rules().majorities().stream()
                .map(each -> new Option(each.article(), each.article() + " – " + Saying.majority(each, t)))
                .toList();
        List<Option> consultations = agenda.returns().toRatify().stream()
                .map(each -> new Option(
                        each.id().toString(), t.say("assembly.consultation.of", each.askedOn(), each.question())))
                .toList();
        Link about = new Link(agenda.title(), Urls.meeting(id.value()) + "/minutes");
        return Page.of(
                "outreach/assembly/resolution-form",
                new ResolutionFormPage(
                        FormPage.of(key, about, action, form),
                        ResolutionForms.movers(present),
                        articles,
                        consultations,
                        present.voices(),
                        present.quorum().isReached()));
    }

    @GetMapping("/resolutions/{id}")
    @Requires(AssemblyPermissions.READ)
    ModelAndView show(@PathVariable UUID id, Words t) {
        Passed it = resolutions.one(id);
        Meeting meeting = reading.one(it.meeting());
        var review = it.facts().reviewOn();
        return Page.of(
                "outreach/assembly/resolution",
                new ResolutionPage(
                        id,
                        it.label(),
                        it.carried() ? Tone.OK : Tone.REST,
                        t.say(it.carried() ? "assembly.resolution.state.carried" : "assembly.resolution.state.lost"),
                        ResolutionWords.sentence(it, t),
                        ResolutionWords.vote(it, t),
                        new Link(
                                it.body() + ", " + t.date(it.day()),
                                Urls.meeting(it.meeting().value()) + "/minutes"),
                        review == null ? null : t.say("assembly.resolution.review", review),
                        followUps.of(it.meeting()).stream()
                                .filter(each -> it.label().equals(each.resolution()))
                                .map(each -> FollowUpRow.of(each, settings.today(), t))
                                .toList(),
                        CurrentActor.get().may(AssemblyPermissions.PREPARE)
                                && meeting.minutesState() != MinutesState.SIGNED));
    }

    /** All resolutions, or those matching words or a number. */
    @GetMapping("/resolutions")
    @Requires(AssemblyPermissions.READ)
    ModelAndView list(Form form, Words t) {
        Slice<Passed> slice = Slice.of(
                resolutions.latest(form.value("q"), form.value("after"), SHOWN + 1), SHOWN, Resolutions::after);
        String next = slice.next();
        Address here = Address.of(LIST).with("q", form.filled("q") ? form.value("q") : null);
        return Page.of(
                "outreach/assembly/resolutions",
                new ResolutionsPage(
                        form,
                        slice.rows().stream()
                                .map(each -> new ResolutionsPage.Row(
                                        each.label(),
                                        each.facts().text(),
                                        LIST + "/" + each.id(),
                                        each.body() + " · " + t.date(each.day()) + " · "
                                                + t.say(
                                                        each.carried()
                                                                ? "assembly.resolution.state.carried"
                                                                : "assembly.resolution.state.lost")))
                                .toList(),
                        next == null ? null : here.with("after", next).toString()));
    }
}
