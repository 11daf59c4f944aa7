package org.convergence.outreach.assembly.web;

import java.util.List;
import java.util.UUID;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.Agenda;
import org.convergence.outreach.assembly.domain.AssemblyFormatter;
import org.convergence.outreach.assembly.domain.FollowUpQueries;
import org.convergence.outreach.assembly.domain.Meeting;
import org.convergence.outreach.assembly.domain.MeetingAttendance;
import org.convergence.outreach.assembly.domain.MeetingQueries;
import org.convergence.outreach.assembly.domain.MinutesQueries;
import org.convergence.outreach.assembly.domain.MinutesState;
import org.convergence.outreach.assembly.domain.ResolutionDetails;
import org.convergence.outreach.assembly.domain.ResolutionFacts;
import org.convergence.outreach.assembly.domain.ResolutionFormatter;
import org.convergence.outreach.assembly.domain.ResolutionQueries;
import org.convergence.outreach.assembly.domain.ResolutionService;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.ListSlice;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageAddress;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
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
record ResolutionController(
        ResolutionQueries resolutions,
        ResolutionService resolutionService,
        MeetingQueries meetings,
        MinutesQueries minutes,
        FollowUpQueries followUps,
        OrganisationSettings settings) {

    private static final int SHOWN = 50;
    private static final String LIST = AssemblyUrls.HOME + "/resolutions";

    private record ResolutionChange(int version, ResolutionFacts facts, ResolutionFacts.CountReview review) {}

    @GetMapping("/items/{id}/resolutions/new")
    ModelAndView write(@PathVariable UUID id, Form asked, Words t) {
        var it = meetings.point(id);
        UUID ratifies = asked.read(answers -> answers.optionalId("ratifies"));
        return form(
                "assembly.resolution.new",
                it.meeting(),
                AssemblyUrls.HOME + "/items/" + id + "/resolutions/new",
                null,
                Form.blank()
                        .with("text", ratifies == null ? it.point().asked() : t.say("assembly.consultation.ratify"))
                        .with("ratifies", ratifies)
                        .with("mode", "UNANIMOUS"),
                t);
    }

    @PostMapping("/items/{id}/resolutions/new")
    ModelAndView record(@PathVariable UUID id, Form form, Words t) {
        MeetingId meeting = meetings.point(id).meeting();
        return form.submit(
                answers -> ResolutionForm.read(form, answers),
                facts -> {
                    ResolutionDetails made = resolutions.findById(resolutionService.record(id, facts));
                    return SeeOther.to(AssemblyUrls.meeting(meeting.value()) + "/minutes#point-" + id)
                            .withNotice("assembly.resolution." + made.result(), made.label());
                },
                () -> form(
                        "assembly.resolution.new",
                        meeting,
                        AssemblyUrls.HOME + "/items/" + id + "/resolutions/new",
                        null,
                        form,
                        t));
    }

    @GetMapping("/resolutions/{id}/edit")
    ModelAndView edit(@PathVariable UUID id, Words t) {
        ResolutionDetails it = resolutions.findById(id);
        return form(it, ResolutionForm.toForm(it), t);
    }

    @PostMapping("/resolutions/{id}/edit")
    ModelAndView edit(@PathVariable UUID id, Form form, Words t) {
        ResolutionDetails it = resolutions.findById(id);
        return form.submit(
                answers -> new ResolutionChange(
                        answers.version(), ResolutionForm.read(form, answers), ResolutionForm.readReview(answers)),
                corrected -> resolutionService.correct(id, corrected.version(), corrected.facts(), corrected.review()),
                SeeOther.to(LIST + "/" + id).withNotice("assembly.saved"),
                () -> form(it, form, t));
    }

    private ModelAndView form(ResolutionDetails it, Form form, Words t) {
        return form("assembly.resolution.edit", it.meeting(), LIST + "/" + it.id() + "/edit", it, form, t);
    }

    private ModelAndView form(
            String key, MeetingId id, String action, @Nullable ResolutionDetails before, Form form, Words t) {
        Agenda agenda = meetings.findAgenda(id);
        MeetingAttendance present = minutes.findAttendance(id);
        List<Option> articles = agenda.rules().majorities().stream()
                .map(each ->
                        new Option(each.article(), each.article() + " – " + AssemblyFormatter.formatMajority(each, t)))
                .toList();
        List<Option> consultations = agenda.returns().toRatify().stream()
                .map(each -> new Option(
                        each.id().toString(), t.say("assembly.consultation.of", each.askedOn(), each.question())))
                .toList();
        PageLink about = new PageLink(agenda.title(), AssemblyUrls.meeting(id.value()) + "/minutes");
        return PageView.of(
                "outreach/assembly/resolution-form",
                new ResolutionFormPage(
                        AssemblyFormPage.of(key, about, action, form),
                        ResolutionForm.movers(present),
                        articles,
                        consultations,
                        before == null
                                ? present.countVotingSeats()
                                : Math.max(before.opening().cards(), present.countVotingSeats()),
                        before == null
                                ? present.quorum().isReached()
                                : before.opening().quorumPresent() == null,
                        ResolutionForm.countChoice(before, present, t)));
    }

    @GetMapping("/resolutions/{id}")
    @Requires(AssemblyPermissions.READ)
    ModelAndView show(@PathVariable UUID id, Words t) {
        ResolutionDetails it = resolutions.findById(id);
        Meeting meeting = meetings.findById(it.meeting());
        var review = it.facts().reviewOn();
        return PageView.of(
                "outreach/assembly/resolution",
                new ResolutionPage(
                        id,
                        it.label(),
                        it.carried(),
                        it.isValid() && !it.isDoubted() ? Tone.OK : it.carried() ? Tone.WARN : Tone.REST,
                        ResolutionFormatter.formatState(it, t),
                        ResolutionFormatter.formatSentence(it, t),
                        ResolutionFormatter.formatVote(it, t),
                        new PageLink(
                                it.body() + ", " + t.date(it.day()),
                                AssemblyUrls.meeting(it.meeting().value()) + "/minutes"),
                        review == null ? null : t.say("assembly.resolution.review", review),
                        followUps.findByMeeting(it.meeting()).stream()
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
        ListSlice<ResolutionDetails> slice = ListSlice.of(
                resolutions.findLatest(form.value("q"), form.value("after"), SHOWN + 1),
                SHOWN,
                ResolutionQueries::positionAfter);
        String next = slice.next();
        PageAddress here = PageAddress.of(LIST).with("q", form.filled("q") ? form.value("q") : null);
        return PageView.of(
                "outreach/assembly/resolutions",
                new ResolutionsPage(
                        form,
                        slice.rows().stream()
                                .map(each -> new ResolutionsPage.ResolutionListRow(
                                        each.label(),
                                        each.facts().text(),
                                        LIST + "/" + each.id(),
                                        each.body() + " · " + t.date(each.day()) + " · "
                                                + ResolutionFormatter.formatState(each, t)))
                                .toList(),
                        next == null ? null : here.with("after", next).toString()));
    }
}
