package org.convergence.advocacy.urgentaction.web;

import java.util.List;
import java.util.stream.IntStream;
import org.convergence.advocacy.urgentaction.UrgentActionPermissions;
import org.convergence.advocacy.urgentaction.domain.UrgentAction;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.UrgentActionId;
import org.convergence.advocacy.urgentaction.domain.UrgentActionQueries;
import org.convergence.advocacy.urgentaction.domain.UrgentActionService;
import org.convergence.advocacy.urgentaction.web.UrgentActionPage.WordsFormPage;
import org.convergence.directory.people.ChooserField;
import org.convergence.directory.people.PartyChooser;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
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
        UrgentActionService actions, UrgentActionQueries queries, PartyChooser chooser, OrganisationSettings settings) {

    @GetMapping
    ModelAndView write(@PathVariable UrgentActionId id) {
        int version = actions.findById(id).version();
        return page(id, WordingForm.open(version, actions.findWording(id)));
    }

    @PostMapping
    ModelAndView write(@PathVariable UrgentActionId id, Form form) {
        return form.submit(
                answers -> WordingForm.readWording(answers, chooser, queries, settings.today()),
                input -> {
                    actions.saveWording(id, input.version(), input.wording());
                    return SeeOther.to(UrgentActionPage.url(id)).withNotice("urgentaction.written");
                },
                () -> page(id, form));
    }

    private ModelAndView page(UrgentActionId id, Form form) {
        UrgentAction it = actions.findById(id);
        List<ChooserField> makers = queries.hasDecisionMakers()
                ? IntStream.range(0, WordingForm.TARGETS)
                        .mapToObj(i -> chooser.other(WordingForm.DECISION_MAKERS, form, "maker-" + i))
                        .toList()
                : List.of();
        return PageView.of(
                "advocacy/urgentaction/words", new WordsFormPage(form, UrgentActionPage.url(id), it.title(), makers));
    }
}
