package org.convergence.plan.actionplan.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PersonName;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.actionplan.domain.ActionFollowUpFacts;
import org.convergence.plan.actionplan.domain.ActionFollowUpService;
import org.convergence.plan.actionplan.domain.FollowedAction;
import org.convergence.plan.actionplan.domain.PlanBoard;
import org.convergence.plan.actionplan.domain.PlanBoardQueries;
import org.convergence.plan.actionplan.web.PlanFormPage.ActionFollowUpPage;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
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

/** The page of an action, and its follow-up. */
@Controller
@RequestMapping("/plan/actionplan/action/{action}")
@Requires(ActionPlanPermissions.FOLLOW_UP)
record ActionController(
        PlanBoardQueries boards,
        ActionFollowUpService followUpService,
        ActionPageAssembler pages,
        PeopleDirectory people,
        OrganisationSettings settings) {

    private static final int SUGGESTED = 100;

    private record FollowUpInput(int version, ActionFollowUpFacts facts) {}

    private record StateInput(
            ActionState state,
            @Nullable String reason,
            @Nullable LocalDate on) {}

    @GetMapping("/follow-up")
    ModelAndView edit(@PathVariable UUID action, Words t) {
        PlanBoard board = board(action);
        return page(
                board,
                followed(board, action),
                ActionFollowUpForm.fill(followed(board, action), Form.blank(), t),
                null);
    }

    @PostMapping("/follow-up")
    ModelAndView edit(@PathVariable UUID action, Form form, Words t) {
        PlanBoard board = board(action);
        var names = followUpService.findPeopleByName(ActionFollowUpForm.names(form));
        var days = PlanDayReader.forPlan(board.header(), settings, t);
        return form.submit(
                answers -> new FollowUpInput(answers.version(), ActionFollowUpForm.read(form, answers, names, days)),
                writing -> {
                    followUpService.update(new ActionId(action), writing.version(), writing.facts());
                    return SeeOther.to(url(action)).withNotice("actionplan.follow-up.saved");
                },
                () -> page(board, followed(board, action), form, null),
                since -> conflict(action, form, since, t));
    }

    private ModelAndView conflict(UUID action, Form mine, int since, Words t) {
        PlanBoard board = board(action);
        FollowedAction now = followed(board, action);
        Form before = followUpService
                .findAtVersion(new ActionId(action), since)
                .map(past -> ActionFollowUpForm.fill(past.facts(), past.responsible(), now.support(), Form.blank(), t))
                .orElseGet(Form::blank);
        var both = Conflict.merge(
                mine,
                before,
                ActionFollowUpForm.fill(now, Form.blank(), t),
                since,
                followUpService.lastEditor(new ActionId(action)),
                ActionFollowUpForm.FIELDS,
                (field, value) -> PlanFormatter.formatValue(field, value, t));
        return page(board, now, mine, both);
    }

    private ModelAndView page(PlanBoard board, FollowedAction action, Form form, @Nullable Conflict conflict) {
        List<String> names =
                people.findPeople("", SUGGESTED).stream().map(PersonName::name).toList();
        return PageView.of(
                "plan/actionplan/follow-up",
                new ActionFollowUpPage(
                        new PlanFormPage(
                                "actionplan.follow-up",
                                board.header().facts().title(),
                                action.words().label(),
                                url(action.action().value()) + "/follow-up",
                                url(action.action().value()),
                                form,
                                false,
                                conflict),
                        names));
    }

    /** Sets a state that cannot be computed: postponed, without request, or done. */
    @PostMapping("/state")
    ModelAndView state(@PathVariable UUID action, Form form, Words t) {
        var id = new ActionId(action);
        return form.submit(
                answers -> {
                    var statement = new StateInput(
                            answers.choice("stated", ActionState.class),
                            answers.optionalText("reason", 2_000),
                            answers.optionalDate("on"));
                    if (statement.state().isSetAside() && statement.reason() == null) {
                        form.reject("reason", "actionplan.refused.state-without-reason");
                    }
                    return statement;
                },
                statement -> {
                    if (statement.state() == ActionState.DONE) {
                        LocalDate day = statement.on();
                        followUpService.complete(id, day == null ? settings.today() : day);
                    } else {
                        followUpService.setState(
                                id, statement.state(), Objects.requireNonNullElse(statement.reason(), ""));
                    }
                    return SeeOther.to(url(action))
                            .withNotice("actionplan.state.said")
                            .withUndo(url(action) + "/state/undo");
                },
                () -> PageView.of("plan/actionplan/action", pages.assemble(board(action), id, form, t)));
    }

    /** « Je le prends »: makes the current user responsible. */
    @PostMapping("/take")
    ModelAndView take(@PathVariable UUID action) {
        followUpService.assignToMe(new ActionId(action));
        return SeeOther.to("/").withNotice("actionplan.today.taken").withUndo(url(action) + "/take/undo");
    }

    @PostMapping("/take/undo")
    ModelAndView giveBack(@PathVariable ActionId action) {
        followUpService.unassignFromMe(action);
        return SeeOther.to("/").withNotice("actionplan.today.given-back");
    }

    @PostMapping("/state/undo")
    ModelAndView unstate(@PathVariable UUID action) {
        followUpService.clearState(new ActionId(action));
        return SeeOther.to(url(action)).withNotice("actionplan.state.undone");
    }

    private PlanBoard board(UUID action) {
        return boards.board(boards.findPlanOf(new ActionId(action)));
    }

    private static FollowedAction followed(PlanBoard board, UUID action) {
        return Objects.requireNonNull(board.followed().get(new ActionId(action)));
    }

    private static String url(UUID action) {
        return "/plan/actionplan/action/" + action;
    }

    @GetMapping
    @Requires(ActionPlanPermissions.READ)
    ModelAndView show(@PathVariable ActionId action, Words t) {
        PlanBoard board = boards.board(boards.findPlanOf(action));
        return PageView.of("plan/actionplan/action", pages.assemble(board, action, null, t));
    }
}
