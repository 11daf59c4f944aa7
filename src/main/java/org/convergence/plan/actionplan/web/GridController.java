package org.convergence.plan.actionplan.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanProgress.ActionProgress;
import org.convergence.plan.actionplan.domain.ActionFollowUpService;
import org.convergence.plan.actionplan.domain.GridColumnChoiceService;
import org.convergence.plan.actionplan.domain.PlanBoard;
import org.convergence.plan.actionplan.domain.PlanBoardQueries;
import org.convergence.plan.actionplan.web.GridPage.GridColumn;
import org.convergence.plan.actionplan.web.GridPage.GridResult;
import org.convergence.plan.actionplan.web.GridPage.GridRow;
import org.convergence.plan.actionplan.web.GridPage.GridRow.GridRowState;
import org.convergence.plan.actionplan.web.GridPage.UnreadableCell;
import org.convergence.plan.actionplan.web.GridRowSaver.GridSubmission;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
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
record GridController(
        PlanBoardQueries boards,
        GridPageAssembler pages,
        GridRowSaver gridRowSaver,
        ActionFollowUpService followUpService,
        GridColumnChoiceService columnChoices) {

    @GetMapping
    @Requires(ActionPlanPermissions.READ)
    ModelAndView show(@PathVariable PlanId plan, Form form, Words t) {
        PlanBoard board = boards.board(plan);
        if (!isRestored(board, form)) {
            return pages.assemble(
                    board, (means, action) -> pages.currentRow(board, action, GridRowState.KEPT, t), null, null, t);
        }
        List<GridRow> all = pages.allRows(board, form, t);
        check(board, all, form, t);
        return pages.assemble(board, (means, action) -> find(all, action).orElseThrow(), form, null, t);
    }

    /** Whether the form holds the grid, or a line of it, restored after the session had ended. */
    private static boolean isRestored(PlanBoard board, Form form) {
        String grid = "/plan/actionplan/" + board.header().id().value() + "/grid";
        return form.restore(grid)
                || GridPageAssembler.actionsOf(board).stream()
                        .anyMatch(action ->
                                form.restore(grid + "/" + action.line().id().value()));
    }

    /** Saves all changed lines; cells that cannot be saved are shown again as typed, and the page lists them. */
    @PostMapping
    @Requires(ActionPlanPermissions.FOLLOW_UP)
    ModelAndView save(@PathVariable UUID plan, Form form, Words t) {
        PlanBoard board = boards.board(new PlanId(plan));
        Map<ActionProgress, Form> typed = new LinkedHashMap<>();
        for (ActionProgress action : GridPageAssembler.actionsOf(board)) {
            pages.changedForm(board, action, form, t).ifPresent(line -> typed.put(action, line));
        }
        GridSubmission sending = sending(board, form, typed.values(), t);
        List<GridRow> sent = new ArrayList<>();
        typed.forEach((action, line) -> sent.add(gridRowSaver.save(board, action, line, sending)));
        List<GridRow> open =
                sent.stream().filter(row -> row.state() != GridRowState.SAVED).toList();
        int saved = sent.size() - open.size();
        if (open.isEmpty()) {
            return SeeOther.to("/plan/actionplan/" + plan + "/grid").withNotice("actionplan.grid.saved", saved);
        }
        PlanBoard now = boards.board(new PlanId(plan));
        List<GridRow> partly =
                open.stream().filter(row -> row.state() == GridRowState.PARTLY).toList();
        var news = GridResult.saved(saved, open.size() - partly.size(), UnreadableCell.of(partly, t));
        ModelAndView again = pages.assemble(
                now,
                (means, action) -> find(open, action)
                        .map(row -> pages.unsavedRow(now, action, row, t))
                        .orElseGet(() -> pages.currentRow(now, action, GridRowState.KEPT, t)),
                form,
                news,
                t);
        again.setStatus(statusOf(open));
        return again;
    }

    /** Saves one line, as the user leaves it. */
    @PostMapping("/{action}")
    @Requires(ActionPlanPermissions.FOLLOW_UP)
    ModelAndView saveOne(@PathVariable PlanId plan, @PathVariable UUID action, Form form, Words t) {
        PlanBoard board = boards.board(plan);
        ActionProgress line = GridPageAssembler.actionById(board, action);
        Optional<Form> typed = pages.changedForm(board, line, form, t);
        if (typed.isEmpty()) {
            return part(pages.currentRow(board, line, GridRowState.KEPT, t));
        }
        GridRow row = gridRowSaver.save(board, line, typed.get(), sending(board, form, List.of(typed.get()), t));
        PlanBoard now = boards.board(plan);
        ActionProgress after = GridPageAssembler.actionById(now, action);
        if (row.state() == GridRowState.SAVED) {
            return part(pages.currentRow(now, after, GridRowState.SAVED, t));
        }
        ModelAndView again = part(pages.unsavedRow(now, after, row, t));
        again.setStatus(statusOf(List.of(row)));
        return again;
    }

    /** Shows cells pasted from a spreadsheet over the lines, for review; nothing is saved yet. */
    @PostMapping("/paste")
    @Requires(ActionPlanPermissions.FOLLOW_UP)
    ModelAndView paste(@PathVariable PlanId plan, Form form, Words t) {
        PlanBoard board = boards.board(plan);
        GridPaste.PasteResult pasted = GridPaste.paste(pages.allRows(board, form, t), form, pages.days(board, t), t);
        check(board, pasted.rows(), form, t);
        var news = GridResult.pasted(pasted, UnreadableCell.of(pasted.rows(), t));
        return pages.assemble(
                board,
                (means, action) -> find(pasted.rows(), action).orElseThrow(),
                form.with("pasted", null),
                news,
                t);
    }

    /** Stores which columns the current user sees, in the grids of all plans. */
    @PostMapping("/columns")
    @Requires(ActionPlanPermissions.READ)
    ModelAndView chooseColumns(@PathVariable UUID plan, Form form) {
        List<String> hidden = Stream.of(GridColumn.values())
                .filter(column -> !form.chosen("shown", column))
                .map(GridColumn::name)
                .toList();
        // A grid without any column would show nothing to write in.
        if (hidden.size() < GridColumn.values().length) {
            columnChoices.hide(hidden);
        }
        return SeeOther.to("/plan/actionplan/" + plan + "/grid");
    }

    /** Marks the unreadable cells of lines that are typed and not saved. */
    private void check(PlanBoard board, List<GridRow> all, Form form, Words t) {
        List<GridRow> typed =
                all.stream().filter(row -> row.state() == GridRowState.TYPED).toList();
        GridSubmission sending =
                sending(board, form, typed.stream().map(GridRow::form).toList(), t);
        typed.forEach(
                row -> gridRowSaver.check(board, GridPageAssembler.actionById(board, row.id()), row.form(), sending));
    }

    private GridSubmission sending(PlanBoard board, Form all, Collection<Form> lines, Words t) {
        List<String> names = lines.stream()
                .flatMap(line -> ActionFollowUpForm.names(line).stream())
                .toList();
        Map<String, UUID> known = names.isEmpty() ? Map.of() : followUpService.findPeopleByName(names);
        return new GridSubmission(board.header(), all, known, pages.days(board, t), t);
    }

    private static Optional<GridRow> find(List<GridRow> rows, ActionProgress action) {
        Predicate<GridRow> same = row -> row.id().equals(action.line().id().value());
        return rows.stream().filter(same).findFirst();
    }

    private static HttpStatus statusOf(List<GridRow> open) {
        return open.stream().anyMatch(row -> row.conflict() != null)
                ? HttpStatus.CONFLICT
                : HttpStatus.UNPROCESSABLE_CONTENT;
    }

    private static ModelAndView part(GridRow row) {
        return PageView.fragment("plan/actionplan/grid-row", row);
    }
}
