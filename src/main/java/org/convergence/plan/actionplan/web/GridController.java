package org.convergence.plan.actionplan.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanProgress.OfAction;
import org.convergence.plan.actionplan.domain.FollowingUp;
import org.convergence.plan.actionplan.domain.PlanBoard;
import org.convergence.plan.actionplan.domain.PlanBoards;
import org.convergence.plan.actionplan.web.GridKeeping.Sending;
import org.convergence.plan.actionplan.web.GridPage.News;
import org.convergence.plan.actionplan.web.GridRow.State;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.Page;
import org.convergence.platform.text.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Many lines planned at once: all in one form, or each by itself as one leaves it. */
@Controller
@RequestMapping("/plan/actionplan/{plan}/grid")
class GridController {

    private final PlanBoards boards;
    private final GridPages pages;
    private final GridRows rows;
    private final GridKeeping keeping;
    private final FollowingUp followingUp;

    GridController(PlanBoards boards, GridPages pages, GridRows rows, GridKeeping keeping, FollowingUp followingUp) {
        this.boards = boards;
        this.pages = pages;
        this.rows = rows;
        this.keeping = keeping;
        this.followingUp = followingUp;
    }

    @GetMapping
    @Requires(ActionPlanPermissions.READ)
    ModelAndView show(@PathVariable UUID plan, Words t) {
        PlanBoard board = boards.board(new PlanId(plan));
        return pages.of(board, (means, action) -> rows.standing(board, action, State.KEPT, t), null, null, t);
    }

    /** All lines that were changed; those that cannot be kept come back as they were typed. */
    @PostMapping
    @Requires(ActionPlanPermissions.FOLLOW_UP)
    ModelAndView save(@PathVariable UUID plan, Form form, Words t) {
        PlanBoard board = boards.board(new PlanId(plan));
        Sending sending = sending(board, form, t);
        List<GridRow> sent = new ArrayList<>();
        for (OfAction action : GridPages.lines(board)) {
            rows.typed(board, action, form, t)
                    .ifPresent(typed -> sent.add(keeping.keep(board, action, typed, sending)));
        }
        List<GridRow> open =
                sent.stream().filter(row -> row.state() != State.SAVED).toList();
        int saved = sent.size() - open.size();
        if (open.isEmpty()) {
            return Go.to("/plan/actionplan/" + plan + "/grid").saying("actionplan.grid.saved", saved);
        }
        PlanBoard now = boards.board(new PlanId(plan));
        var news = new News(saved, open.size(), 0, 0, "");
        ModelAndView again = pages.of(
                now,
                (means, action) -> find(open, action).orElseGet(() -> rows.standing(now, action, State.KEPT, t)),
                form,
                news,
                t);
        again.setStatus(statusOf(open));
        return again;
    }

    /** One line, as one leaves it. */
    @PostMapping("/{action}")
    @Requires(ActionPlanPermissions.FOLLOW_UP)
    ModelAndView saveOne(@PathVariable UUID plan, @PathVariable UUID action, Form form, Words t) {
        PlanBoard board = boards.board(new PlanId(plan));
        OfAction line = GridPages.line(board, action);
        Optional<Form> typed = rows.typed(board, line, form, t);
        if (typed.isEmpty()) {
            return part(rows.standing(board, line, State.KEPT, t));
        }
        GridRow row = keeping.keep(board, line, typed.get(), sending(board, form, t));
        if (row.state() == State.SAVED) {
            PlanBoard now = boards.board(new PlanId(plan));
            return part(rows.standing(now, GridPages.line(now, action), State.SAVED, t));
        }
        ModelAndView again = part(row);
        again.setStatus(statusOf(List.of(row)));
        return again;
    }

    /** What was copied elsewhere, laid over the lines to be looked at; nothing of it is kept before one says so. */
    @PostMapping("/paste")
    @Requires(ActionPlanPermissions.FOLLOW_UP)
    ModelAndView paste(@PathVariable UUID plan, Form form, Words t) {
        PlanBoard board = boards.board(new PlanId(plan));
        List<GridRow> all = GridPages.lines(board).stream()
                .map(action -> rows.typed(board, action, form, t)
                        .map(typed -> rows.row(board, action, typed, null, State.TYPED, t))
                        .orElseGet(() -> rows.standing(board, action, State.KEPT, t)))
                .toList();
        GridPaste.Pasted pasted = GridPaste.over(all, form, t);
        Sending sending = sending(board, pasted.asTyped(), t);
        int unread = pasted.check(row -> keeping.check(board, GridPages.line(board, row.id()), row.form(), sending));
        var news = new News(0, pasted.lines(), pasted.cells(), unread, pasted.beyond());
        return pages.of(
                board,
                (means, action) -> find(pasted.rows(), action).orElseThrow(),
                form.with("pasted", null),
                news,
                t);
    }

    private Sending sending(PlanBoard board, Form form, Words t) {
        List<String> names = new ArrayList<>();
        for (OfAction action : GridPages.lines(board)) {
            rows.typed(board, action, form, t).ifPresent(typed -> names.addAll(FollowUpForms.names(typed)));
        }
        Map<String, UUID> known = names.isEmpty() ? Map.of() : followingUp.peopleNamed(names);
        return new Sending(board.header(), form, known, t);
    }

    private static Optional<GridRow> find(List<GridRow> rows, OfAction action) {
        Predicate<GridRow> same = row -> row.id().equals(action.line().id().value());
        return rows.stream().filter(same).findFirst();
    }

    private static HttpStatus statusOf(List<GridRow> open) {
        return open.stream().anyMatch(row -> row.conflict() != null)
                ? HttpStatus.CONFLICT
                : HttpStatus.UNPROCESSABLE_CONTENT;
    }

    private static ModelAndView part(GridRow row) {
        return Page.fragment("plan/actionplan/grid-row", row);
    }
}
