package org.convergence.resources.grant.web;

import java.util.List;
import org.convergence.directory.people.PartyChooser;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.audit.ChangeHistory;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.AnswerLimit;
import org.convergence.platform.text.Words;
import org.convergence.resources.grant.GrantAnswerId;
import org.convergence.resources.grant.GrantPermissions;
import org.convergence.resources.grant.domain.GrantAnswer;
import org.convergence.resources.grant.domain.GrantAnswerService;
import org.convergence.resources.grant.domain.GrantApplication;
import org.convergence.resources.grant.domain.GrantApplicationQueries;
import org.convergence.resources.grant.domain.GrantApplicationQueries.PastAnswer;
import org.convergence.resources.grant.domain.GrantApplicationService;
import org.convergence.resources.grant.domain.GrantApplicationState;
import org.convergence.resources.grant.web.GrantApplicationPage.AnswerPage;
import org.convergence.resources.grant.web.GrantApplicationPage.PastAnswerItem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One answer: writing it beside past answers to like questions, its versions, removing its question. */
@Controller
@RequestMapping("/resources/grant/answers")
@Requires(GrantPermissions.EDIT)
record GrantAnswerController(
        GrantAnswerService service,
        GrantApplicationService applications,
        GrantApplicationQueries queries,
        GrantApplicationForm forms,
        PartyChooser chooser) {

    @GetMapping("/{id}")
    @Requires(GrantPermissions.READ)
    ModelAndView show(@PathVariable GrantAnswerId id, Words t) {
        GrantAnswer answer = service.findById(id);
        return page(answer, forms.open(answer), null, t);
    }

    @PostMapping("/{id}")
    ModelAndView write(@PathVariable GrantAnswerId id, Form form, Words t) {
        GrantAnswer answer = service.findById(id);
        return form.submit(
                forms::readAnswer,
                input -> {
                    service.write(id, input.version(), input.content());
                    return SeeOther.to(GrantApplicationPage.url(answer.application()))
                            .withNotice("grant.answer.saved");
                },
                () -> page(answer, form, null, t),
                since -> {
                    GrantAnswer stands = service.findById(id);
                    return page(stands, form, forms.compare(form, stands, since, t), t);
                });
    }

    @PostMapping("/{id}/remove")
    ModelAndView remove(@PathVariable GrantAnswerId id, @RequestParam int version) {
        GrantAnswer answer = service.findById(id);
        service.remove(id, version);
        return SeeOther.to(GrantApplicationPage.url(answer.application())).withNotice("grant.answer.removed");
    }

    private ModelAndView page(GrantAnswer answer, Form form, @Nullable Conflict conflict, Words t) {
        GrantApplication application = applications.findById(answer.application());
        AnswerLimit limit = answer.content().limit();
        String body = form.value(GrantApplicationForm.BODY.name());
        List<PastAnswerItem> past = queries.findPastAnswers(answer).stream()
                .map(each -> item(each, t))
                .toList();
        return PageView.of(
                "resources/grant/answer",
                new AnswerPage(
                        GrantApplicationPage.url(answer.typedId()),
                        GrantApplicationPage.url(application.typedId()),
                        application.title(),
                        answer.content().question(),
                        form,
                        forms.writer(form),
                        limit == null
                                ? AnswerLimit.describe(body, null, t)
                                : t.number(limit.unit().count(body)),
                        limit == null ? null : t.say(limit.unit().key() + ".count", limit.most()),
                        limit != null && limit.left(body) < 0,
                        conflict,
                        past,
                        application.state() == GrantApplicationState.DRAFT
                                && CurrentActor.get().may(GrantPermissions.EDIT),
                        ChangeHistory.of(
                                queries.answerChanges(answer.typedId()),
                                "grant",
                                t,
                                (column, value) -> chooser.displayName(value))));
    }

    private static PastAnswerItem item(PastAnswer past, Words t) {
        return new PastAnswerItem(
                GrantApplicationPage.url(past.application()),
                past.title(),
                t.say(past.state().key()),
                past.question(),
                past.body(),
                "past-" + past.id().value());
    }
}
