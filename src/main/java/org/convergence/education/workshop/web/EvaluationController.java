package org.convergence.education.workshop.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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
import org.convergence.platform.publicform.PublicFormGuard;
import org.convergence.platform.publicform.PublicLanguages;
import org.convergence.platform.shell.Form;
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
class EvaluationController {

    static final String PATH = "/public/evaluation/";
    private static final String FORM = "evaluation";

    private final EvaluationService evaluations;
    private final PublicFormGuard forms;
    private final PublicLanguages languages;

    EvaluationController(EvaluationService evaluations, PublicFormGuard forms, PublicLanguages languages) {
        this.evaluations = evaluations;
        this.forms = forms;
        this.languages = languages;
    }

    @Bean
    static SecretAddress evaluationAddress() {
        return new SecretAddress(PATH);
    }

    @GetMapping
    ModelAndView show(
            @PathVariable WorkshopSessionId session,
            @RequestParam(name = "in", required = false) @Nullable String language,
            @RequestParam(name = "done", required = false) @Nullable String done,
            HttpServletRequest request,
            HttpServletResponse response) {
        EvaluationInvitation it = open(session, request, response);
        return page(session, it, Form.blank(), done != null, languages.wordsFor(language, List.of(), request), request);
    }

    @PostMapping
    ModelAndView answer(
            @PathVariable WorkshopSessionId session,
            @RequestParam(name = "in", required = false) @Nullable String language,
            Form form,
            HttpServletRequest request,
            HttpServletResponse response) {
        EvaluationInvitation it = open(session, request, response);
        Words t = languages.wordsFor(language, List.of(), request);
        return forms.submit(
                FORM,
                request,
                response,
                form,
                answers -> new EvaluationAnswers(
                        answers.optionalChoice("learned", EvaluationVerdict.class),
                        answers.optionalChoice("useful", EvaluationVerdict.class),
                        answers.optionalChoice("recommend", EvaluationVerdict.class)),
                answers -> {
                    evaluations.answer(session, answers);
                    return SeeOther.to(address(session, t) + "&done=1");
                },
                () -> page(session, it, form, false, t, request));
    }

    private EvaluationInvitation open(
            WorkshopSessionId session, HttpServletRequest request, HttpServletResponse response) {
        return forms.openShared(PATH + session.value(), request, response, () -> evaluations.open(session));
    }

    private static String address(WorkshopSessionId session, Words t) {
        return PATH + session.value() + "?in=" + t.language().code();
    }

    private ModelAndView page(
            WorkshopSessionId session,
            EvaluationInvitation it,
            Form form,
            boolean done,
            Words t,
            HttpServletRequest request) {
        return PageView.of(
                "education/workshop/evaluation",
                new EvaluationPage(
                        t,
                        PATH + session.value(),
                        address(session, t),
                        languages.otherOptions(t),
                        it.workshop(),
                        it.isOpen(),
                        done,
                        form,
                        forms.shield(FORM, request),
                        Arrays.stream(EvaluationVerdict.values())
                                .map(each -> Option.of(each, t.say("public.workshop.verdict." + each)))
                                .toList()));
    }
}
