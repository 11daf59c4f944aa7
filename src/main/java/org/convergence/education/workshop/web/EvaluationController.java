package org.convergence.education.workshop.web;

import java.util.Arrays;
import java.util.List;
import org.convergence.education.workshop.WorkshopSessionId;
import org.convergence.education.workshop.domain.EvaluationService;
import org.convergence.education.workshop.domain.EvaluationService.EvaluationAnswers;
import org.convergence.education.workshop.domain.EvaluationService.EvaluationInvitation;
import org.convergence.education.workshop.domain.EvaluationService.EvaluationVerdict;
import org.convergence.education.workshop.web.WorkshopPage.EvaluationPage;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.SecretAddress;
import org.convergence.platform.publicform.PublicVisit;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
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

/** Participants evaluate a session by its common code, without an account, a name or a token of their own. */
@Controller
@RequestMapping("/public/evaluation/{session}")
@Open("participants answer without an account")
record EvaluationController(EvaluationService evaluations) {

    static final String PATH = "/public/evaluation/";
    private static final String FORM = "evaluation";

    @Bean
    static SecretAddress evaluationAddress() {
        return new SecretAddress(PATH);
    }

    @GetMapping
    ModelAndView show(
            @PathVariable WorkshopSessionId session,
            @RequestParam(name = "done", required = false) @Nullable String done,
            PublicVisit visit) {
        EvaluationInvitation it = open(session, visit);
        return page(session, it, Form.blank(), done != null, visit.words(), visit);
    }

    @PostMapping
    ModelAndView answer(@PathVariable WorkshopSessionId session, Form form, PublicVisit visit) {
        EvaluationInvitation it = open(session, visit);
        Words t = visit.words();
        return visit.submit(
                FORM,
                form,
                EvaluationController::read,
                answers -> {
                    evaluations.answer(session, answers);
                    return SeeOther.to(address(session, t) + "&done=1");
                },
                () -> page(session, it, form, false, t, visit));
    }

    static EvaluationAnswers read(FormValues answers) {
        return new EvaluationAnswers(
                answers.optionalChoice("learned", EvaluationVerdict.class),
                answers.optionalChoice("useful", EvaluationVerdict.class),
                answers.optionalChoice("recommend", EvaluationVerdict.class));
    }

    private EvaluationInvitation open(WorkshopSessionId session, PublicVisit visit) {
        return visit.openShared(PATH + session.value(), () -> evaluations.open(session));
    }

    private static String address(WorkshopSessionId session, Words t) {
        return PATH + session.value() + "?in=" + t.language().code();
    }

    private ModelAndView page(
            WorkshopSessionId session, EvaluationInvitation it, Form form, boolean done, Words t, PublicVisit visit) {
        return PageView.of(
                "education/workshop/evaluation",
                new EvaluationPage(
                        t,
                        PATH + session.value(),
                        address(session, t),
                        visit.otherOptions(t),
                        it.workshop(),
                        it.isOpen(),
                        done,
                        form,
                        visit.shield(FORM),
                        verdicts(t)));
    }

    static List<Option> verdicts(Words t) {
        return Arrays.stream(EvaluationVerdict.values())
                .map(each -> Option.of(each, t.say("public.workshop.verdict." + each)))
                .toList();
    }
}
