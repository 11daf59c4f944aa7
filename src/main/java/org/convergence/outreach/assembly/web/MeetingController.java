package org.convergence.outreach.assembly.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.BodyId;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.Agenda;
import org.convergence.outreach.assembly.domain.AgendaItemFacts;
import org.convergence.outreach.assembly.domain.AssemblyFormatter;
import org.convergence.outreach.assembly.domain.BodyQueries;
import org.convergence.outreach.assembly.domain.ChangeLetters;
import org.convergence.outreach.assembly.domain.Meeting;
import org.convergence.outreach.assembly.domain.MeetingFacts;
import org.convergence.outreach.assembly.domain.MeetingQueries;
import org.convergence.outreach.assembly.domain.MeetingService;
import org.convergence.outreach.assembly.domain.MeetingService.CancelledMeeting;
import org.convergence.outreach.assembly.domain.Requisition.RequisitionId;
import org.convergence.outreach.assembly.domain.RequisitionService;
import org.convergence.platform.access.Requires;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.mail.MailingConfirmation;
import org.convergence.platform.mail.MailingPreview;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.shell.SourceTexts;
import org.convergence.platform.text.TextShortener;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Plans, shows, moves and cancels meetings. */
@Controller
@RequestMapping("/outreach/assembly/meetings")
@Requires(AssemblyPermissions.PREPARE)
record MeetingController(
        MeetingPageAssembler pages,
        MeetingQueries meetings,
        MeetingService meetingService,
        BodyQueries bodies,
        AssemblyConflictBuilder versions,
        LetterStatusService letters,
        OrganisationSettings settings,
        RequisitionService requisitions,
        MeetingFormHints hints,
        SourceTexts texts) {

    private static final int REASON = 1_000;

    private record MeetingInput(
            BodyId body, MeetingFacts facts, @Nullable UUID requisition, boolean byMembers) {}

    private record MeetingChange(int version, MeetingFacts facts) {}

    @GetMapping("/new")
    ModelAndView plan(Form asked, Words t) {
        return planPage(
                Form.blank()
                        .with("body", asked.value("body"))
                        .with("requisition", asked.value("requisition"))
                        .with("members", asked.value("members"))
                        .with("special", asked.filled("requisition"))
                        .with("day", asked.filled("requisition") ? null : hints.propose(asked.value("body")))
                        .with("begins", "19:00")
                        .with("region", settings.current().homePlace()),
                t);
    }

    @PostMapping("/new")
    ModelAndView planned(Form form, Words t) {
        return form.submit(
                answers -> new MeetingInput(
                        new BodyId(answers.id("body")),
                        MeetingForm.read(form, answers),
                        answers.optionalId("requisition"),
                        answers.checkbox("members")),
                planned ->
                        SeeOther.to(AssemblyUrls.meeting(plan(planned).value())).withNotice("assembly.meeting.planned"),
                () -> planPage(form, t));
    }

    private MeetingId plan(MeetingInput it) {
        return it.requisition() == null
                ? meetingService.plan(it.body(), it.facts())
                : requisitions.call(new RequisitionId(it.requisition()), it.facts(), it.byMembers());
    }

    private ModelAndView planPage(Form form, Words t) {
        List<Option> meeting = bodies.findAll().stream()
                .filter(body -> body.endedOn() == null)
                .map(body -> Option.of(body.typedId(), body.name()))
                .toList();
        var frame = new AssemblyFormPage(
                "assembly.meeting.new",
                null,
                AssemblyUrls.HOME + "/meetings/new",
                AssemblyUrls.HOME,
                form,
                null,
                null,
                List.of());
        return PageView.of(
                "outreach/assembly/meeting-form",
                new MeetingFormPage(
                        frame,
                        meeting,
                        MeetingForm.places(t),
                        false,
                        hints.describe(form.value("body"), t),
                        hints.findCalled(form, t)));
    }

    @GetMapping("/{id}")
    @Requires(AssemblyPermissions.READ)
    ModelAndView show(@PathVariable UUID id, Form asked, Words t) {
        Form add = Form.named("add");
        texts.find(asked.value(SourceTexts.FROM), t)
                .ifPresent(text -> add.with(SourceTexts.FROM, text.from())
                        .with("title", TextShortener.shorten(text.title(), AgendaItemFacts.LONGEST_TITLE))
                        .with("note", text.words()));
        return PageView.of("outreach/assembly/meeting", pages.assemble(new MeetingId(id), add, t));
    }

    @GetMapping("/{id}/edit")
    ModelAndView edit(@PathVariable UUID id, Words t) {
        Agenda agenda = meetings.findAgenda(new MeetingId(id));
        Meeting meeting = agenda.meeting();
        return edit(agenda, MeetingForm.toForm(meeting.facts()).atVersion(meeting.version()), null, t);
    }

    @PostMapping("/{id}/edit")
    ModelAndView edit(@PathVariable UUID id, Form form, Words t) {
        Agenda agenda = meetings.findAgenda(new MeetingId(id));
        return form.submit(
                answers -> new MeetingChange(answers.version(), MeetingForm.read(form, answers)),
                corrected -> form.filled("revise")
                        ? edit(agenda, form, null, t)
                        : meetingService
                                .previewCorrection(new MeetingId(id), corrected.version(), corrected.facts())
                                .filter(shown -> !shown.mark().equals(form.value("confirmed")))
                                .map(shown -> confirm(
                                        agenda,
                                        shown,
                                        form,
                                        "edit",
                                        keepsHour(corrected, agenda)
                                                ? "assembly.meeting.edit.confirm.kept"
                                                : "assembly.meeting.edit.confirm.text",
                                        Stream.concat(Stream.of("version"), MeetingForm.FACTS.stream()),
                                        t))
                                .orElseGet(() -> correct(agenda, corrected)),
                () -> edit(agenda, form, null, t),
                since -> {
                    Agenda now = meetings.findAgenda(new MeetingId(id));
                    Form theirs = MeetingForm.toForm(now.meeting().facts())
                            .atVersion(now.meeting().version());
                    return edit(
                            now,
                            form,
                            versions.meetingConflict(form, theirs, now.meeting().typedId(), since),
                            t);
                });
    }

    private ModelAndView correct(Agenda agenda, MeetingChange corrected) {
        MeetingId id = agenda.meeting().typedId();
        ChangeLetters told = meetingService.correct(id, corrected.version(), corrected.facts());
        return told(
                id.value(),
                "assembly.meeting.corrected",
                told.posted() + told.rewritten(),
                told.posted(),
                told.rewritten(),
                keepsHour(corrected, agenda) ? 0 : told.posted());
    }

    /** Whether answers that were given still count: they are for an hour. */
    private static boolean keepsHour(MeetingChange corrected, Agenda before) {
        return corrected.facts().begins().equals(before.meeting().facts().begins());
    }

    /** Says what was written: it is in the queue, or waits for a mail server. */
    private ModelAndView told(UUID id, String key, int written, Object... numbers) {
        return letters.notePosted(SeeOther.to(AssemblyUrls.meeting(id)), written, key, key + ".waits", numbers);
    }

    /** Shows the letters that a change of the meeting sends, with the values of its form. */
    private static ModelAndView confirm(
            Agenda agenda,
            MailingPreview preview,
            Form form,
            String gesture,
            String lead,
            Stream<String> fields,
            Words t) {
        Map<String, String> carried = new LinkedHashMap<>();
        fields.forEach(field -> carried.put(field, form.value(field)));
        PageLink meeting = about(agenda, t);
        return new MailingConfirmation(
                        t.say(
                                "assembly.meeting." + gesture + ".confirm",
                                preview.letters().size() + preview.toPrint().size()),
                        meeting.label(),
                        meeting.url(),
                        t.say(lead),
                        preview,
                        meeting.url() + "/" + gesture,
                        true,
                        carried)
                .view();
    }

    private ModelAndView edit(Agenda agenda, Form form, @Nullable Conflict conflict, Words t) {
        UUID id = agenda.meeting().id();
        AssemblyFormPage frame = AssemblyFormPage.of(
                        "assembly.meeting.edit", about(agenda, t), AssemblyUrls.meeting(id) + "/edit", form)
                .withConflict(conflict);
        return PageView.of(
                "outreach/assembly/meeting-form",
                new MeetingFormPage(frame, List.of(), MeetingForm.places(t), meetingService.isTold(agenda.meeting())));
    }

    @GetMapping("/{id}/cancel")
    ModelAndView cancel(@PathVariable UUID id, Words t) {
        return cancel(meetings.findAgenda(new MeetingId(id)), Form.blank(), t);
    }

    @PostMapping("/{id}/cancel")
    ModelAndView cancel(@PathVariable UUID id, Form form, Words t) {
        Agenda agenda = meetings.findAgenda(new MeetingId(id));
        return form.submit(
                answers -> answers.text("reason", REASON),
                reason -> form.filled("revise")
                        ? cancel(agenda, form, t)
                        : meetingService
                                .previewCancellation(new MeetingId(id), reason)
                                .filter(shown -> !shown.mark().equals(form.value("confirmed")))
                                .map(shown -> confirm(
                                        agenda,
                                        shown,
                                        form,
                                        "cancel",
                                        "assembly.meeting.cancel.confirm.text",
                                        Stream.of("reason"),
                                        t))
                                .orElseGet(() -> cancel(id, reason)),
                () -> cancel(agenda, form, t));
    }

    private ModelAndView cancel(UUID id, String reason) {
        CancelledMeeting cancelled = meetingService.cancel(new MeetingId(id), reason);
        return told(id, "assembly.meeting.cancelled", cancelled.posted(), cancelled.posted(), cancelled.withheld());
    }

    @PostMapping("/{id}/restore")
    ModelAndView restore(@PathVariable UUID id) {
        meetingService.restore(new MeetingId(id));
        return SeeOther.to(AssemblyUrls.meeting(id)).withNotice("assembly.meeting.restored");
    }

    private static ModelAndView cancel(Agenda agenda, Form form, Words t) {
        return PageView.of(
                "outreach/assembly/meeting-cancel",
                AssemblyFormPage.of(
                        "assembly.meeting.cancel",
                        about(agenda, t),
                        AssemblyUrls.meeting(agenda.meeting().id()) + "/cancel",
                        form));
    }

    static PageLink about(Agenda agenda, Words t) {
        return new PageLink(
                AssemblyFormatter.formatTitle(agenda, t),
                AssemblyUrls.meeting(agenda.meeting().id()));
    }
}
