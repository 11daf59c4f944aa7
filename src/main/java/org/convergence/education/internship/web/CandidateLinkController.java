package org.convergence.education.internship.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.education.internship.InternshipFileState;
import org.convergence.education.internship.ReturnActivityState;
import org.convergence.education.internship.domain.CandidateLinkService;
import org.convergence.education.internship.domain.CandidateLinkService.CandidateView;
import org.convergence.education.internship.domain.InternshipCall;
import org.convergence.education.internship.domain.InternshipFile;
import org.convergence.education.internship.domain.ReturnActivity;
import org.convergence.education.internship.web.CandidatePage.CandidateActivity;
import org.convergence.education.internship.web.CandidatePage.CandidateHost;
import org.convergence.education.internship.web.InternshipPage.InternshipFact;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.SecretAddress;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.publicform.PublicVisit;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * A file behind its link: a candidate resumes, sends or withdraws it; an intern sees the next step, whom to call and
 * what is missing, and records return activities. Opening it changes nothing.
 */
@Controller
@RequestMapping("/education/internship/link/{secret}")
@Open("a link opens one file")
record CandidateLinkController(
        CandidateLinkService candidates, LetterStatusService letters, OrganisationSettings settings) {

    private static final String FORM = "internship-file";

    @Bean
    static SecretAddress internshipLinkAddress() {
        return new SecretAddress(CandidateLinkService.PATH);
    }

    @GetMapping
    ModelAndView show(
            @PathVariable String secret,
            @RequestParam(name = "done", required = false) @Nullable String done,
            PublicVisit visit) {
        CandidateView view = visit.open(secret, () -> candidates.open(secret));
        // The address of the first visit may be kept: it says so until the file is written.
        String said = "begun".equals(done) && view.file().version() > 1 ? null : done;
        return page(secret, view, null, null, said, words(view, visit), visit);
    }

    private Words words(CandidateView view, PublicVisit visit) {
        return visit.words(List.of(view.file().language()));
    }

    @PostMapping
    ModelAndView save(@PathVariable String secret, Form form, PublicVisit visit) {
        CandidateView view = visit.open(secret, () -> candidates.open(secret));
        Words t = words(view, visit);
        return visit.submit(
                FORM,
                form,
                answers -> CandidateForm.readFile(
                        answers, view.call().criteria(), t.language().code()),
                input -> {
                    candidates.save(secret, input.version(), input.facts(), input.answers(), input.submit());
                    return seen(secret, t, input.submit() ? "sent" : "kept");
                },
                () -> page(secret, candidates.open(secret), form, null, null, t, visit));
    }

    @PostMapping("/withdraw")
    ModelAndView withdraw(@PathVariable String secret, Form form, PublicVisit visit) {
        CandidateView view = visit.open(secret, () -> candidates.open(secret));
        Words t = words(view, visit);
        return visit.submit(
                FORM,
                form,
                answers -> true,
                yes -> {
                    candidates.withdraw(secret);
                    return seen(secret, t, "withdrawn");
                },
                () -> page(secret, view, null, null, null, t, visit));
    }

    @PostMapping("/host")
    ModelAndView setNamedToHost(@PathVariable String secret, Form form, PublicVisit visit) {
        CandidateView view = visit.open(secret, () -> candidates.open(secret));
        Words t = words(view, visit);
        return visit.submit(
                FORM,
                form,
                answers -> answers.checkbox("named"),
                isNamed -> {
                    candidates.setNamedToHost(secret, isNamed);
                    return seen(secret, t, "kept");
                },
                () -> page(secret, view, null, null, null, t, visit));
    }

    @PostMapping("/activities")
    ModelAndView addActivity(
            @PathVariable String secret,
            @RequestParam(name = "activity", required = false) @Nullable UUID activity,
            Form form,
            PublicVisit visit) {
        CandidateView view = visit.open(secret, () -> candidates.open(secret));
        Words t = words(view, visit);
        return visit.submit(
                FORM,
                form,
                CandidateForm::readActivity,
                facts -> {
                    candidates.saveActivity(secret, activity, facts);
                    return seen(secret, t, "activity");
                },
                () -> page(secret, view, null, new TypedActivity(activity, form), null, t, visit));
    }

    /** A return activity whose form has a problem; {@code id} is null for a new one. */
    private record TypedActivity(@Nullable UUID id, Form form) {}

    private static SeeOther seen(String secret, Words t, String done) {
        return SeeOther.to(
                CandidateLinkService.PATH + secret + "?in=" + t.language().code() + "&done=" + done);
    }

    private @Nullable String done(@Nullable String done, Words t) {
        if (done == null || !t.has("public.internship.done." + done)) {
            return null;
        }
        String sentence = t.say("public.internship.done." + done);
        return done.equals("begun") ? letters.promise(sentence, t) : sentence;
    }

    private ModelAndView page(
            String secret,
            CandidateView view,
            @Nullable Form typed,
            @Nullable TypedActivity wrong,
            @Nullable String done,
            Words t,
            PublicVisit visit) {
        InternshipFile file = view.file();
        InternshipCall call = view.call().call();
        boolean isIntern = file.state() == InternshipFileState.CHOSEN && file.toldOn() != null;
        boolean hasLeft = isIntern && !settings.today().isBefore(view.startsOn());
        Form form = typed != null ? typed : CandidateForm.open(file, view.call().criteria(), view.answers());
        List<InternshipFact> saved = typed == null
                ? List.of()
                : CandidateForm.mergeSaved(typed, file, view.call().criteria(), view.answers(), t);
        return PageView.of(
                "education/internship/link",
                new CandidatePage(
                        t,
                        call,
                        done(done, t),
                        lead(view, isIntern, t),
                        t.say("public.internship.contact", call.contact()),
                        view.call().criteria(),
                        isIntern && !hasLeft ? view.open() : List.of(),
                        isIntern && !hasLeft ? InternPageAssembler.trained(file, t) : null,
                        isIntern,
                        file.submittedAt() != null,
                        (isIntern && !hasLeft) || file.state() == InternshipFileState.SUBMITTED,
                        isIntern
                                ? view.activities().stream()
                                        .map(each -> activity(each, wrong, t))
                                        .toList()
                                : List.of(),
                        CandidateLinkService.PATH + secret,
                        t.language().code(),
                        PublicCallController.unions(view.call()),
                        visit.otherOptions(t),
                        visit.shield(FORM),
                        view.isOpen() ? form : null,
                        saved,
                        !isIntern ? null : wrong != null && wrong.id() == null ? wrong.form() : Form.named("activity"),
                        isIntern && settings.today().isAfter(endsOn(view))
                                ? CandidateLinkService.PATH + secret + "/story"
                                : null,
                        isIntern && view.host() != null
                                ? new CandidateHost(view.host(), call.hostContact(), file.hostNamedOn() != null)
                                : null));
    }

    /** The last day of the stay. */
    private static LocalDate endsOn(CandidateView view) {
        var departure = view.departure();
        return departure == null ? view.call().call().endsOn() : departure.endsOn();
    }

    /** Where the file stands; the choice of the committee is not told before its letter left. */
    private String lead(CandidateView view, boolean isIntern, Words t) {
        InternshipFile file = view.file();
        InternshipCall call = view.call().call();
        if (isIntern) {
            var starts = view.startsOn();
            var ends = endsOn(view);
            if (settings.today().isAfter(ends)) {
                return t.say("public.internship.lead.returned", file.held(), call.returnActivities(), call.returnBy());
            }
            return view.open().isEmpty() || !settings.today().isBefore(starts)
                    ? t.say("public.internship.lead.ready", starts, ends)
                    : t.say("public.internship.lead.prepares", view.open().get(0), starts);
        }
        boolean isAnswered = file.toldOn() != null || file.state() == InternshipFileState.WITHDRAWN;
        if (isAnswered) {
            return t.say("public.internship.lead." + file.state());
        }
        if (call.decidedOn() != null && file.submittedAt() != null) {
            return t.say("public.internship.lead.decided");
        }
        if (file.submittedAt() != null) {
            boolean isLate = call.decidesOn().isBefore(settings.today());
            return t.say(isLate ? "public.internship.lead.late" : "public.internship.lead.SUBMITTED", call.decidesOn());
        }
        return view.isOpen()
                ? t.say("public.internship.lead.DRAFT", call.closesOn())
                : t.say("public.internship.lead.closed", call.closesOn());
    }

    private static CandidateActivity activity(ReturnActivity activity, @Nullable TypedActivity wrong, Words t) {
        if (wrong != null && activity.id().equals(wrong.id())) {
            return activity(activity, wrong.form(), t);
        }
        Form held = Form.named("held-" + activity.id())
                .with(CandidateForm.TITLE.name(), activity.title())
                .with(CandidateForm.KIND.name(), activity.kind())
                .with(CandidateForm.ON.name(), activity.plannedOn());
        return activity(activity, activity.state() == ReturnActivityState.PLANNED ? held : null, t);
    }

    private static CandidateActivity activity(ReturnActivity activity, @Nullable Form form, Words t) {
        String detail = t.say(CandidateForm.kindKey(activity.kind())) + " · " + t.date(activity.plannedOn());
        return new CandidateActivity(
                activity.id().toString(),
                activity.title(),
                activity.people() == null
                        ? detail
                        : detail + " · " + t.say("public.internship.return.reached", activity.people()),
                activity.state().tone(),
                t.say("public." + activity.state().key()),
                form);
    }
}
