package org.convergence.resources.grant.web;

import java.util.List;
import java.util.function.Function;
import org.convergence.directory.people.PersonId;
import org.convergence.identity.AccountActors;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.document.DocumentService;
import org.convergence.platform.document.PreparedDocument;
import org.convergence.platform.document.Upload;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.convergence.resources.grant.GrantApplicationId;
import org.convergence.resources.grant.GrantCallId;
import org.convergence.resources.grant.GrantPermissions;
import org.convergence.resources.grant.domain.GrantAnswerService;
import org.convergence.resources.grant.domain.GrantApplication;
import org.convergence.resources.grant.domain.GrantApplicationQueries;
import org.convergence.resources.grant.domain.GrantApplicationService;
import org.convergence.resources.grant.domain.GrantAward;
import org.convergence.resources.grant.domain.RequestedLine;
import org.convergence.resources.grant.web.GrantApplicationForm.SubmissionInput;
import org.convergence.resources.grant.web.GrantApplicationPage.ApplicationFormPage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** One application: its questions, budget, approval, sending and outcome. */
@Controller
@RequestMapping("/resources/grant/applications")
@Requires(GrantPermissions.EDIT)
record GrantApplicationController(
        GrantApplicationService service,
        GrantAnswerService answerService,
        GrantApplicationQueries queries,
        GrantApplicationForm forms,
        GrantApplicationPageAssembler pages,
        DocumentService documents,
        AccountActors accounts) {

    @PostMapping
    ModelAndView begin(@RequestParam GrantCallId call) {
        GrantApplicationId id = service.begin(call);
        return SeeOther.to(GrantApplicationPage.url(id) + "/questions").withNotice("grant.application.begun");
    }

    @GetMapping("/{id}")
    @Requires(GrantPermissions.READ)
    ModelAndView show(@PathVariable GrantApplicationId id, Words t) {
        return PageView.of("resources/grant/application", pages.assemble(service.findById(id), t));
    }

    @GetMapping("/{id}/questions")
    ModelAndView questions(@PathVariable GrantApplicationId id) {
        return formPage("questions", service.findById(id), Form.blank());
    }

    @PostMapping("/{id}/questions")
    ModelAndView questions(@PathVariable GrantApplicationId id, Form form) {
        return submit(
                "questions",
                id,
                form,
                GrantApplicationForm::readQuestions,
                questions -> answerService.addQuestions(id, questions));
    }

    @GetMapping("/{id}/budget")
    ModelAndView budget(@PathVariable GrantApplicationId id) {
        GrantApplication application = service.findById(id);
        return formPage(
                "budget",
                application,
                Form.blank()
                        .atVersion(application.version())
                        .with(GrantApplicationForm.BUDGET.name(), RequestedLine.format(queries.findBudget(id))));
    }

    @PostMapping("/{id}/budget")
    ModelAndView budget(@PathVariable GrantApplicationId id, Form form) {
        return submit(
                "budget",
                id,
                form,
                GrantApplicationForm::readBudget,
                input -> service.setBudget(id, input.version(), input.lines()));
    }

    @GetMapping("/{id}/approval")
    @Requires(GrantPermissions.DECIDE)
    ModelAndView approve(@PathVariable GrantApplicationId id) {
        return todayPage("approval", id);
    }

    @PostMapping("/{id}/approval")
    @Requires(GrantPermissions.DECIDE)
    ModelAndView approve(@PathVariable GrantApplicationId id, Form form) {
        return submit(
                "approval",
                id,
                form,
                forms::readApproval,
                input -> service.approve(id, input.version(), input.approval()));
    }

    @GetMapping("/{id}/submission")
    ModelAndView send(@PathVariable GrantApplicationId id) {
        return todayPage("submission", id);
    }

    @PostMapping("/{id}/submission")
    ModelAndView send(@PathVariable GrantApplicationId id, Form form) {
        return submit("submission", id, form, forms::readSubmission, input -> recordSent(id, input));
    }

    private void recordSent(GrantApplicationId id, SubmissionInput input) {
        MultipartFile file = input.file();
        PersonId person = input.person();
        if (file == null) {
            service.recordSent(id, input.version(), input.day(), person, input.confirmation(), null);
            return;
        }
        try (PreparedDocument prepared = documents.prepare(Upload.of(file.getOriginalFilename(), file))) {
            service.recordSent(id, input.version(), input.day(), person, input.confirmation(), prepared);
        }
    }

    @GetMapping("/{id}/outcome")
    ModelAndView outcome(@PathVariable GrantApplicationId id) {
        GrantApplication application = service.findById(id);
        return formPage("outcome", application, forms.openOutcome(application));
    }

    @PostMapping("/{id}/outcome")
    ModelAndView outcome(@PathVariable GrantApplicationId id, Form form) {
        GrantApplication application = service.findById(id);
        return form.submit(
                GrantApplicationForm::readOutcome,
                input -> {
                    GrantAward award = input.award();
                    if (award == null) {
                        service.recordRefusal(id, input.version(), input.answeredOn(), input.feedback());
                        return SeeOther.to(GrantApplicationPage.url(id)).withNotice("grant.outcome.saved");
                    }
                    return SeeOther.to(AgreementPage.url(service.accept(id, input.version(), award)))
                            .withNotice("grant.outcome.opened");
                },
                () -> formPage("outcome", application, form));
    }

    @PostMapping("/{id}/take-up")
    ModelAndView takeUp(@PathVariable GrantApplicationId id, @RequestParam int version) {
        service.takeUp(id, version);
        return SeeOther.to(GrantApplicationPage.url(id)).withNotice("grant.application.taken-up");
    }

    /** Takes the sending, or the answer, back. */
    @PostMapping("/{id}/undo")
    ModelAndView undo(@PathVariable GrantApplicationId id, @RequestParam int version) {
        service.undo(id, version);
        return SeeOther.to(GrantApplicationPage.url(id)).withNotice("grant.application.undone");
    }

    @PostMapping("/{id}/ask-approval")
    ModelAndView askApproval(@PathVariable GrantApplicationId id, @RequestParam int version) {
        service.askApproval(id, version);
        return SeeOther.to(GrantApplicationPage.url(id)).withNotice(askedKey());
    }

    /** Where the application waits: with other people, with the one who asks, or with nobody. */
    private String askedKey() {
        Actor actor = CurrentActor.get();
        boolean others = accounts.findAll().stream()
                .anyMatch(each -> !each.id().equals(actor.id()) && each.may(GrantPermissions.DECIDE));
        return others
                ? "grant.application.asked"
                : actor.may(GrantPermissions.DECIDE) ? "grant.application.asked.own" : "grant.application.asked.nobody";
    }

    @PostMapping("/{id}/abandon")
    ModelAndView abandon(@PathVariable GrantApplicationId id, @RequestParam int version) {
        service.abandon(id, version);
        return SeeOther.to(GrantApplicationPage.url(id)).withNotice("grant.application.abandoned");
    }

    /** What a form of an application does with its input. */
    private interface ApplicationAct<T> {
        void run(T input);
    }

    private <T> ModelAndView submit(
            String kind, GrantApplicationId id, Form form, Function<FormValues, T> reader, ApplicationAct<T> act) {
        GrantApplication application = service.findById(id);
        return form.submit(
                reader,
                input -> {
                    act.run(input);
                    return SeeOther.to(GrantApplicationPage.url(id)).withNotice("grant." + kind + ".saved");
                },
                () -> formPage(kind, application, form));
    }

    private ModelAndView todayPage(String kind, GrantApplicationId id) {
        GrantApplication application = service.findById(id);
        return formPage(kind, application, forms.openToday(application.version()));
    }

    private ModelAndView formPage(String kind, GrantApplication application, Form form) {
        return PageView.of(
                "resources/grant/application-form",
                new ApplicationFormPage(
                        kind,
                        application.title(),
                        GrantApplicationPage.url(application.typedId()),
                        form,
                        kind.equals("submission")
                                ? queries.findAnswers(application.typedId()).stream()
                                        .filter(each -> each.body().isBlank())
                                        .map(GrantApplicationQueries.AnswerRow::question)
                                        .toList()
                                : List.of(),
                        kind.equals("approval") || kind.equals("submission") ? forms.person(form) : null,
                        documents.maxBytes()));
    }
}
