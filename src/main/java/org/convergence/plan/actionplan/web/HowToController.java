package org.convergence.plan.actionplan.web;

import java.util.UUID;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.Level;
import org.convergence.plan.actionplan.domain.HowTo;
import org.convergence.plan.actionplan.domain.LineFacts;
import org.convergence.plan.actionplan.domain.PlanBoards;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** How an action is done here: its "marche à suivre". */
@Controller
@RequestMapping("/plan/actionplan/action/{action}/how-to")
@Requires(ActionPlanPermissions.FOLLOW_UP)
class HowToController {

    private static final int LONGEST = 50_000;

    private final HowTo howTo;
    private final PlanBoards boards;

    HowToController(HowTo howTo, PlanBoards boards) {
        this.howTo = howTo;
        this.boards = boards;
    }

    private record Writing(int version, String text) {}

    @GetMapping
    ModelAndView edit(@PathVariable UUID action) {
        return page(action, now(action), null);
    }

    @PostMapping
    ModelAndView edit(@PathVariable UUID action, Form form) {
        return form.submit(
                answers -> {
                    String text = answers.optionalText("text", LONGEST);
                    return new Writing(answers.version(), text == null ? "" : text);
                },
                writing -> {
                    howTo.write(new ActionId(action), writing.version(), writing.text());
                    return Go.to("/plan/actionplan/action/" + action).saying("actionplan.how-to.saved");
                },
                () -> page(action, form, null),
                since -> {
                    Form before = Form.blank().with("text", howTo.at(new ActionId(action), since));
                    var both = Conflict.between(
                            form, before, now(action), since, null, java.util.List.of("text"), (field, value) -> value);
                    return page(action, form, both);
                });
    }

    private Form now(UUID action) {
        return howTo.of(new ActionId(action))
                .map(text -> Form.blank().with("text", text.markdown()).at(text.version()))
                .orElseGet(() -> Form.blank().at(0));
    }

    private ModelAndView page(UUID action, Form form, @Nullable Conflict conflict) {
        LineFacts line = boards.line(Level.ACTION, action);
        String url = "/plan/actionplan/action/" + action;
        return Page.of(
                "plan/actionplan/how-to",
                new FormPage(
                        "actionplan.how-to",
                        line.plan().facts().title(),
                        line.words().label(),
                        url + "/how-to",
                        url,
                        form,
                        false,
                        conflict));
    }
}
