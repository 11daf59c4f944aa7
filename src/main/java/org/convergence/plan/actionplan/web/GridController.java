package org.convergence.plan.actionplan.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
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
import org.convergence.plan.actionplan.web.GridPage.Marked;
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

/** Plans many lines on one page: all in one form, or each as the user leaves it. */
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
    ModelAndView show(@PathVariable UUID plan, Form form, Words t) {
        PlanBoard board = boards.board(new PlanId(plan));
        if (!isRestored(board, form)) {
            return pages.of(board, (means, action) -> rows.standing(board, action, State.KEPT, t), null, null, t);
        }
        List<GridRow> all = rows.all(board, form, t);
        check(board, all, form, t);
        return pages.of(board, (means, action) -> find(all, action).orElseThrow(), form, null, t);
    }

    /** Whether the form holds the grid, or a line of it, restored after the session had ended. */
    private static boolean isRestored(PlanBoard board, Form form) {
        String grid = "/plan/actionplan/" + board.header().id().value() + "/grid";
        return form.restore(grid)
                || GridPages.lines(board).stream()
                        .anyMatch(action ->
                                form.restore(grid + "/" + action.line().id().value()));
    }

    /** Saves all changed lines; cells that cannot be saved are shown again as typed, and the page lists them. */
    @PostMapping
    @Requires(ActionPlanPermissions.FOLLOW_UP)
    ModelAndView save(@PathVariable UUID plan, Form form, Words t) {
        PlanBoard board = boards.board(new PlanId(plan));
        Map<OfAction, Form> typed = new LinkedHashMap<>();
        for (OfAction action : GridPages.lines(board)) {
            rows.typed(board, action, form, t).ifPresent(line -> typed.put(action, line));
        }
        Sending sending = sending(board, form, typed.values(), t);
        List<GridRow> sent = new ArrayList<>();
        typed.forEach((action, line) -> sent.add(keeping.keep(board, action, line, sending)));
        List<GridRow> open =
                sent.stream().filter(row -> row.state() != State.SAVED).toList();
        int saved = sent.size() - open.size();
        if (open.isEmpty()) {
            return Go.to("/plan/actionplan/" + plan + "/grid").saying("actionplan.grid.saved", saved);
        }
        PlanBoard now = boards.board(new PlanId(plan));
        List<GridRow> partly =
                open.stream().filter(row -> row.state() == State.PARTLY).toList();
        var news = News.saved(saved, open.size() - partly.size(), Marked.of(partly, t));
        ModelAndView again = pages.of(
                now,
                (means, action) -> find(open, action)
                        .map(row -> rows.again(now, action, row, t))
                        .orElseGet(() -> rows.standing(now, action, State.KEPT, t)),
                form,
                news,
                t);
        again.setStatus(statusOf(open));
        return again;
    }

    /** Saves one line, as the user leaves it. */
    @PostMapping("/{action}")
    @Requires(ActionPlanPermissions.FOLLOW_UP)
    ModelAndView saveOne(@PathVariable UUID plan, @PathVariable UUID action, Form form, Words t) {
        PlanBoard board = boards.board(new PlanId(plan));
        OfAction line = GridPages.line(board, action);
        Optional<Form> typed = rows.typed(board, line, form, t);
        if (typed.isEmpty()) {
            return part(rows.standing(board, line, State.KEPT, t));
        }
        GridRow row = keeping.keep(board, line, typed.get(), sending(board, form, List.of(typed.get()), t));
        PlanBoard now = boards.board(new PlanId(plan));
        OfAction after = GridPages.line(now, action);
        if (row.state() == State.SAVED) {
            return part(rows.standing(now, after, State.SAVED, t));
        }
        ModelAndView again = part(rows.again(now, after, row, t));
        again.setStatus(statusOf(List.of(row)));
        return again;
    }

    /** Shows cells pasted from a spreadsheet over the lines, for review; nothing is saved yet. */
    @PostMapping("/paste")
    @Requires(ActionPlanPermissions.FOLLOW_UP)
    ModelAndView paste(@PathVariable UUID plan, Form form, Words t) {
        PlanBoard board = boards.board(new PlanId(plan));
        GridPaste.Pasted pasted = GridPaste.over(rows.all(board, form, t), form, pages.days(board), t);
        check(board, pasted.rows(), form, t);
        var news = News.pasted(pasted, Marked.of(pasted.rows(), t));
        return pages.of(
                board,
                (means, action) -> find(pasted.rows(), action).orElseThrow(),
                form.with("pasted", null),
                news,
                t);
    }

    /** Marks the unreadable cells of lines that are typed and not saved. */
    private void check(PlanBoard board, List<GridRow> all, Form form, Words t) {
        List<GridRow> typed =
                all.stream().filter(row -> row.state() == State.TYPED).toList();
        Sending sending = sending(board, form, typed.stream().map(GridRow::form).toList(), t);
        typed.forEach(row -> keeping.check(board, GridPages.line(board, row.id()), row.form(), sending));
    }

    private Sending sending(PlanBoard board, Form all, Collection<Form> lines, Words t) {
        List<String> names = lines.stream()
                .flatMap(line -> FollowUpForms.names(line).stream())
                .toList();
        Map<String, UUID> known = names.isEmpty() ? Map.of() : followingUp.peopleNamed(names);
        return new Sending(board.header(), all, known, pages.days(board), t);
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
