package org.convergence.education.internship.web;

import java.util.List;
import org.convergence.education.internship.InternshipCallId;
import org.convergence.education.internship.domain.CandidateLinkService;
import org.convergence.education.internship.domain.CandidateLinkService.PublicCall;
import org.convergence.education.internship.domain.InternshipCall;
import org.convergence.education.internship.web.InternshipPage.PublicCallPage;
import org.convergence.platform.access.Open;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.publicform.PublicVisit;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** A published call, and the form that begins a file. */
@Controller
@RequestMapping("/education/internship/apply/{id}")
@Open("a published call is public")
record PublicCallController(CandidateLinkService candidates, LetterStatusService letters) {

    private static final String PATH = "/education/internship/apply/";
    private static final String FORM = "internship-call";

    static String url(InternshipCallId id) {
        return PATH + id.value();
    }

    @GetMapping
    ModelAndView show(@PathVariable InternshipCallId id, PublicVisit visit) {
        visit.open();
        Words t = visit.words();
        return page(candidates.findCall(id), Form.blank(), t, visit);
    }

    @PostMapping
    ModelAndView begin(@PathVariable InternshipCallId id, Form form, PublicVisit visit) {
        PublicCall call = candidates.findCall(id);
        Words t = visit.words();
        return visit.submit(
                FORM,
                form,
                answers -> CandidateForm.readBeginning(answers, t.language().code()),
                facts -> SeeOther.to(CandidateLinkService.PATH + candidates.begin(id, facts) + "?in="
                        + t.language().code() + "&done=begun"),
                () -> page(call, form, t, visit));
    }

    private ModelAndView page(PublicCall open, Form form, Words t, PublicVisit visit) {
        InternshipCall call = open.call();
        String url = url(call.id());
        List<String> quotas = open.quotas().stream()
                .map(each -> t.say("public.internship.quota", each.seats(), each.name()))
                .toList();
        return PageView.of(
                "education/internship/apply",
                new PublicCallPage(
                        t,
                        call,
                        open.criteria(),
                        List.of(
                                call.destination() + " · " + t.period(call.startsOn(), call.endsOn()),
                                quotas.isEmpty()
                                        ? t.say("public.internship.places", call.places())
                                        : t.say("public.internship.places.reserved", call.places(), t.list(quotas)),
                                t.say("public.internship.days", call.closesOn(), call.decidesOn()),
                                t.say("public.internship.returns", call.returnActivities()),
                                t.say("public.internship.contact", call.contact())),
                        letters.promise(t.say("public.internship.apply.text"), t),
                        url,
                        url + "?in=" + t.language().code(),
                        unions(open),
                        visit.otherOptions(t),
                        visit.shield(FORM),
                        open.isOpen() ? form : null));
    }

    static List<Option> unions(PublicCall open) {
        return open.quotas().stream()
                .map(each -> Option.of(each.organisation(), each.name()))
                .toList();
    }
}
