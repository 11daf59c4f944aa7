package org.convergence.plan.actionplan.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.directory.people.People;
import org.convergence.directory.people.PersonName;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.actionplan.domain.FollowUpFacts;
import org.convergence.plan.actionplan.domain.Followed;
import org.convergence.plan.actionplan.domain.FollowingUp;
import org.convergence.plan.actionplan.domain.PlanBoard;
import org.convergence.plan.actionplan.domain.PlanBoards;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.Page;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The follow-up of one action. */
@Controller
@RequestMapping("/plan/actionplan/action/{action}")
@Requires(ActionPlanPermissions.FOLLOW_UP)
class FollowUpController {

    private static final int SUGGESTED = 100;

    private final PlanBoards boards;
    private final FollowingUp followingUp;
    private final ActionPages pages;
    private final People people;
    private final OrganisationSettings settings;

    FollowUpController(
            PlanBoards boards,
            FollowingUp followingUp,
            ActionPages pages,
            People people,
            OrganisationSettings settings) {
        this.boards = boards;
        this.followingUp = followingUp;
        this.pages = pages;
        this.people = people;
        this.settings = settings;
    }

    private record Writing(int version, FollowUpFacts facts) {}

    private record Statement(
            ActionState state,
            @Nullable String reason,
            @Nullable LocalDate on) {}

    @GetMapping("/follow-up")
    ModelAndView edit(@PathVariable UUID action, Words t) {
        PlanBoard board = board(action);
        return page(board, followed(board, action), FollowUpForms.of(followed(board, action), Form.blank(), t), null);
    }

    @PostMapping("/follow-up")
    ModelAndView edit(@PathVariable UUID action, Form form, Words t) {
        PlanBoard board = board(action);
        var names = followingUp.peopleNamed(FollowUpForms.names(form));
        var days = PlanDays.of(board.header(), settings);
        return form.submit(
                answers -> new Writing(answers.version(), FollowUpForms.read(form, answers, names, days)),
                writing -> {
                    followingUp.write(new ActionId(action), writing.version(), writing.facts());
                    return Go.to(url(action)).saying("actionplan.follow-up.saved");
                },
                () -> page(board, followed(board, action), form, null),
                since -> conflict(action, form, since, t));
    }

    private ModelAndView conflict(UUID action, Form mine, int since, Words t) {
        PlanBoard board = board(action);
        Followed now = followed(board, action);
        Form before = followingUp
                .factsAt(new ActionId(action), since)
                .map(past -> FollowUpForms.of(past.facts(), past.responsible(), now.support(), Form.blank(), t))
                .orElseGet(Form::blank);
        var both = Conflict.between(
                mine,
                before,
                FollowUpForms.of(now, Form.blank(), t),
                since,
                followingUp.lastEditor(new ActionId(action)),
                FollowUpForms.FIELDS,
                (field, value) -> LinePlaces.shown(field, value, t));
        return page(board, now, mine, both);
    }

    private ModelAndView page(PlanBoard board, Followed action, Form form, @Nullable Conflict conflict) {
        List<String> names =
                people.findPeople("", SUGGESTED).stream().map(PersonName::name).toList();
        return Page.of(
                "plan/actionplan/follow-up",
                new FollowUpPage(
                        new FormPage(
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
                    var statement = new Statement(
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
                        followingUp.complete(id, day == null ? settings.today() : day);
                    } else {
                        followingUp.state(id, statement.state(), Objects.requireNonNullElse(statement.reason(), ""));
                    }
                    return Go.to(url(action)).saying("actionplan.state.said").undo(url(action) + "/state/undo");
                },
                () -> Page.of("plan/actionplan/action", pages.of(board(action), id, form, t)));
    }

    /** « Je le prends »: makes the current user responsible. */
    @PostMapping("/take")
    ModelAndView take(@PathVariable UUID action) {
        followingUp.take(new ActionId(action));
        return Go.to("/").saying("actionplan.today.taken").undo(url(action) + "/take/undo");
    }

    @PostMapping("/take/undo")
    ModelAndView giveBack(@PathVariable UUID action) {
        followingUp.giveBack(new ActionId(action));
        return Go.to("/").saying("actionplan.today.given-back");
    }

    @PostMapping("/state/undo")
    ModelAndView unstate(@PathVariable UUID action) {
        followingUp.unstate(new ActionId(action));
        return Go.to(url(action)).saying("actionplan.state.undone");
    }

    private PlanBoard board(UUID action) {
        return boards.board(boards.planOf(new ActionId(action)));
    }

    private static Followed followed(PlanBoard board, UUID action) {
        return Objects.requireNonNull(board.followed().get(new ActionId(action)));
    }

    private static String url(UUID action) {
        return "/plan/actionplan/action/" + action;
    }
}
