package org.convergence.education.internship.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.education.internship.InternshipCallId;
import org.convergence.education.internship.InternshipFileId;
import org.convergence.education.internship.InternshipFileState;
import org.convergence.education.internship.InternshipPermissions;
import org.convergence.education.internship.domain.FileReadingService;
import org.convergence.education.internship.domain.InternshipCall;
import org.convergence.education.internship.domain.InternshipCall.InternshipCriterion;
import org.convergence.education.internship.domain.InternshipCall.SeatQuota;
import org.convergence.education.internship.domain.InternshipCallService;
import org.convergence.education.internship.domain.InternshipFile;
import org.convergence.education.internship.domain.InternshipLetterSender;
import org.convergence.education.internship.domain.InterviewService;
import org.convergence.education.internship.domain.InterviewService.Interview;
import org.convergence.education.internship.domain.ReaderInvitationService;
import org.convergence.education.internship.domain.ReaderInvitationService.CallReader;
import org.convergence.education.internship.web.InternshipPage.DecisionPage;
import org.convergence.education.internship.web.InternshipPage.InternshipFormPage;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.mail.MailingConfirmation;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
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

/** One call: its form, its publication, the choice of the committee, the letters. */
@Controller
@RequestMapping("/education/internship")
@Requires(InternshipPermissions.EDIT)
record InternshipController(
        InternshipCallService calls,
        FileReadingService readings,
        InternshipLetterSender letters,
        LetterStatusService statuses,
        ReaderInvitationService readers,
        InterviewService interviews,
        InternshipPageAssembler pages,
        InternshipForm forms,
        OrganisationSettings settings) {

    private static final int USUAL_RETURNS = 3;

    @GetMapping("/new")
    ModelAndView open() {
        UUID me = CurrentActor.get().personId();
        return formPage(
                null,
                Form.blank()
                        .with(InternshipForm.OPENS.name(), settings.today())
                        .with(InternshipForm.RETURNS.name(), USUAL_RETURNS)
                        .with(InternshipForm.RESPONSIBLE, me));
    }

    @PostMapping("/new")
    ModelAndView add(Form form) {
        return form.submit(
                forms::read,
                input -> SeeOther.to(InternshipPage.url(calls.save(null, 0, input.facts())))
                        .withNotice("internship.saved"),
                () -> formPage(null, form));
    }

    @GetMapping("/{id}/edit")
    ModelAndView edit(@PathVariable InternshipCallId id) {
        return formPage(
                id,
                forms.open(calls.findById(id), calls.findCriteria(id), calls.findQuotas(id), calls.findReaders(id)));
    }

    @PostMapping("/{id}/edit")
    ModelAndView edit(@PathVariable InternshipCallId id, Form form) {
        return form.submit(
                forms::read,
                input -> SeeOther.to(InternshipPage.url(calls.save(id, input.version(), input.facts())))
                        .withNotice("internship.saved"),
                () -> formPage(id, form));
    }

    private ModelAndView formPage(@Nullable InternshipCallId id, Form form) {
        String url = id == null ? InternshipPage.LIST : InternshipPage.url(id);
        List<SeatQuota> quotas = id == null ? List.of() : calls.findQuotas(id);
        return PageView.of(
                "education/internship/call-form",
                new InternshipFormPage(
                        form,
                        id == null ? "internship.new" : "internship.edit",
                        url + (id == null ? "/new" : "/edit"),
                        url,
                        quotas,
                        forms.quotas(form),
                        forms.readers(form),
                        forms.responsible(form),
                        forms.actions(form)));
    }

    @GetMapping("/{id}")
    @Requires(InternshipPermissions.READ)
    ModelAndView show(@PathVariable InternshipCallId id, Words t) {
        return PageView.of("education/internship/call", pages.assemble(id, t));
    }

    @PostMapping("/{id}/publish")
    ModelAndView publish(@PathVariable InternshipCallId id, Form form, Words t) {
        List<String> unreachable = readers.findReaders(id).stream()
                .filter(CallReader::isUnreachable)
                .map(CallReader::name)
                .toList();
        SeeOther next = SeeOther.to(InternshipPage.url(id));
        return act(
                form,
                id,
                () -> calls.publish(id),
                (unreachable.isEmpty()
                                ? next.withNotice("internship.published")
                                : next.withWarning("internship.published.unreachable", t.list(unreachable)))
                        .withUndo(InternshipPage.url(id) + "/unpublish"));
    }

    @PostMapping("/{id}/unpublish")
    ModelAndView unpublish(@PathVariable InternshipCallId id, Form form) {
        return act(
                form,
                id,
                () -> calls.unpublish(id),
                SeeOther.to(InternshipPage.url(id)).withNotice("internship.unpublished"));
    }

    private static ModelAndView act(Form form, InternshipCallId id, Runnable act, SeeOther done) {
        return form.submit(
                answers -> true,
                yes -> {
                    act.run();
                    return done;
                },
                () -> SeeOther.to(InternshipPage.url(id))
                        .withWarning(
                                form.problems().get(0).key(),
                                form.problems().get(0).arguments().toArray()));
    }

    @GetMapping("/{id}/decide")
    ModelAndView decide(@PathVariable InternshipCallId id, Words t) {
        InternshipCall call = calls.findById(id);
        Form form = Form.blank().atVersion(call.version()).with("on", settings.today());
        calls.propose(id).forEach((file, state) -> form.with(field(file), state));
        return decisionPage(call, form, t);
    }

    /** The choice of the committee as it was typed. */
    private record CommitteeInput(
            int version,
            Map<InternshipFileId, InternshipFileState> decisions,
            LocalDate on,
            @Nullable String note) {}

    @PostMapping("/{id}/decide")
    ModelAndView decide(@PathVariable InternshipCallId id, Form form, Words t) {
        return form.submit(
                answers -> read(answers, calls.findCandidates(id)),
                input -> {
                    calls.decide(id, input.version(), input.decisions(), input.on(), input.note());
                    return SeeOther.to(InternshipPage.url(id))
                            .withNotice("internship.decided")
                            .withUndo(InternshipPage.url(id) + "/reopen");
                },
                () -> decisionPage(calls.findById(id), form, t));
    }

    private static CommitteeInput read(FormValues answers, List<InternshipFile> files) {
        Map<InternshipFileId, InternshipFileState> decisions = new LinkedHashMap<>();
        files.forEach(each -> decisions.put(each.id(), answers.choice(field(each.id()), InternshipFileState.class)));
        return new CommitteeInput(
                answers.version(), decisions, answers.date("on"), answers.optionalText("note", 1_000));
    }

    private static String field(InternshipFileId file) {
        return "file-" + file.value();
    }

    private ModelAndView decisionPage(InternshipCall call, Form form, Words t) {
        List<InternshipFile> candidates = calls.findCandidates(call.id());
        int most = calls.findCriteria(call.id()).stream()
                .mapToInt(InternshipCriterion::most)
                .sum();
        boolean named = calls.maySeeNames(call);
        Map<InternshipFileId, List<String>> notes = readings.findNotes(call.id());
        Map<InternshipFileId, Interview> held = interviews.findByCall(call.id());
        return PageView.of(
                "education/internship/decide",
                new DecisionPage(
                        InternshipPage.url(call.id()),
                        call.title(t),
                        t.say("internship.decide.lead", call.places()),
                        candidates.stream()
                                .map(each -> InternshipPageAssembler.row(each, named, most, t))
                                .toList(),
                        candidates.stream()
                                .map(each -> notes(notes.getOrDefault(each.id(), List.of()), held.get(each.id()), t))
                                .toList(),
                        candidates.stream().map(each -> field(each.id())).toList(),
                        InternshipPageAssembler.ANSWERS.stream()
                                .map(each -> Option.of(each, t.say(each.key())))
                                .toList(),
                        form));
    }

    private static List<String> notes(List<String> read, @Nullable Interview held, Words t) {
        Stream<String> readings = read.stream().map(each -> t.say("internship.decide.note", each));
        if (held == null) {
            return readings.toList();
        }
        String key = held.note().isEmpty() ? "internship.interview.without-note" : "internship.interview.note";
        String interview = t.say(key, held.heldOn(), held.heldBy(), held.note());
        return Stream.concat(readings, Stream.of(interview)).toList();
    }

    @PostMapping("/{id}/reopen")
    ModelAndView reopen(@PathVariable InternshipCallId id, Form form) {
        return act(
                form,
                id,
                () -> calls.reopen(id),
                SeeOther.to(InternshipPage.url(id)).withNotice("internship.reopened"));
    }

    @GetMapping("/{id}/letters/{answer}")
    ModelAndView preview(@PathVariable InternshipCallId id, @PathVariable InternshipFileState answer, Words t) {
        requireAnswer(answer);
        var preview = letters.preview(id, answer);
        String url = InternshipPage.url(id);
        return new MailingConfirmation(
                        t.say("internship.letters." + answer, preview.letters().size()),
                        calls.findById(id).title(t),
                        url,
                        t.say("internship.letters.lead"),
                        preview,
                        url + "/letters/" + answer,
                        !preview.letters().isEmpty())
                .view();
    }

    @PostMapping("/{id}/letters/{answer}")
    ModelAndView tell(@PathVariable InternshipCallId id, @PathVariable InternshipFileState answer) {
        requireAnswer(answer);
        return statuses.notePosted(SeeOther.to(InternshipPage.url(id)), "internship.told", letters.tell(id, answer));
    }

    @PostMapping("/files/{file}/told")
    ModelAndView markTold(@PathVariable InternshipFileId file) {
        return SeeOther.to(InternshipPage.url(letters.markTold(file)))
                .withNotice("mail.told.noted")
                .withUndo(InternshipPage.url(file) + "/told/undo");
    }

    @PostMapping("/files/{file}/told/undo")
    ModelAndView undoTold(@PathVariable InternshipFileId file) {
        return SeeOther.to(InternshipPage.url(letters.undoTold(file))).withNotice("mail.told.undone");
    }

    private static void requireAnswer(InternshipFileState answer) {
        if (!InternshipPageAssembler.ANSWERS.contains(answer)) {
            throw new NotFound("internship");
        }
    }
}
