package org.convergence.advocacy.urgentaction.web;

import java.util.List;
import org.convergence.advocacy.urgentaction.UrgentActionPermissions;
import org.convergence.advocacy.urgentaction.domain.UrgentAction;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.TargetInOffice;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.UrgentActionId;
import org.convergence.advocacy.urgentaction.domain.UrgentActionQueries;
import org.convergence.advocacy.urgentaction.domain.UrgentActionService;
import org.convergence.advocacy.urgentaction.web.UrgentActionPage.WordsFormPage;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
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

/** The public words of an urgent action, and the people who get letters. */
@Controller
@RequestMapping(UrgentActionPage.LIST + "/{id}/words")
@Requires(UrgentActionPermissions.EDIT)
record UrgentActionWordsController(
        UrgentActionService actions, UrgentActionQueries queries, OrganisationSettings settings) {

    @GetMapping
    ModelAndView write(@PathVariable UrgentActionId id, Words t) {
        int version = actions.findById(id).version();
        return page(id, WordingForm.open(version, actions.findWording(id)), t);
    }

    @PostMapping
    ModelAndView write(@PathVariable UrgentActionId id, Form form, Words t) {
        return form.submit(
                answers -> WordingForm.readWording(answers, queries.findDecisionMakers(id), settings.today()),
                input -> {
                    actions.saveWording(id, input.version(), input.wording());
                    return SeeOther.to(UrgentActionPage.url(id)).withNotice("urgentaction.written");
                },
                () -> page(id, form, t));
    }

    private ModelAndView page(UrgentActionId id, Form form, Words t) {
        UrgentAction it = actions.findById(id);
        List<Option> makers = queries.findDecisionMakers(id).stream()
                .map(each -> new Option(String.valueOf(each.decisionMaker()), label(each, t)))
                .toList();
        return PageView.of(
                "advocacy/urgentaction/words", new WordsFormPage(form, UrgentActionPage.url(id), it.title(), makers));
    }

    private String label(TargetInOffice maker, Words t) {
        String label = maker.name() + ", " + maker.office();
        return maker.isInOffice(settings.today()) ? label : t.say("urgentaction.target.left", label);
    }
}
