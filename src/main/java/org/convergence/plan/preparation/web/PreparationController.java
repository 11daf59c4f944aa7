package org.convergence.plan.preparation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.preparation.PreparationPermissions;
import org.convergence.plan.preparation.domain.LineChoice;
import org.convergence.plan.preparation.domain.Preparation;
import org.convergence.plan.preparation.domain.Preparation.PreparedLine;
import org.convergence.plan.preparation.domain.PreparationQueries;
import org.convergence.plan.preparation.domain.PreparationService;
import org.convergence.plan.preparation.web.PreparationSheetPage.SheetRow;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.shell.FieldsRefused;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The sheet on which the next plan is prepared: all lines in one form, or each saved as it is decided. */
@Controller
@RequestMapping("/plan/preparation/{plan}")
record PreparationController(PreparationQueries preparationQueries, PreparationService preparation) {

    @GetMapping
    @Requires(PreparationPermissions.READ)
    ModelAndView show(@PathVariable UUID plan, Words t) {
        Optional<PlanId> before = preparationQueries.findPreparedFrom(new PlanId(plan));
        if (before.isPresent()) {
            return SeeOther.to(PreparationTab.ROOM + before.get().value() + "/comparison");
        }
        return page(preparationQueries.findSheet(new PlanId(plan)), Map.of(), t);
    }

    /** Saves all changed lines; those that cannot be saved are shown again as typed. */
    @PostMapping
    @Requires(PreparationPermissions.PREPARE)
    ModelAndView save(@PathVariable UUID plan, Form form, Words t) {
        var id = new PlanId(plan);
        Preparation sheet = preparationQueries.findSheet(id);
        if (form.filled("reconsider")) {
            reconsider(sheet, form.value("reconsider"));
            return SeeOther.to(PreparationTab.ROOM + plan).withNotice("preparation.reconsidered");
        }
        Map<UUID, SheetRow> open = new HashMap<>();
        int saved = 0;
        for (PreparedLine line : sheet.lines().values()) {
            Optional<Form> typed = LineChoiceForm.readTyped(form, SheetPageAssembler.id(line));
            if (typed.isPresent()) {
                SheetRow row = save(sheet, line, typed.get(), t);
                if (row.saved()) {
                    saved++;
                } else {
                    open.put(row.id(), row);
                }
            }
        }
        if (open.isEmpty()) {
            return SeeOther.to(PreparationTab.ROOM + plan).withNotice("preparation.saved", saved);
        }
        ModelAndView again = page(preparationQueries.findSheet(id), open, t);
        again.setStatus(
                open.values().stream().anyMatch(row -> row.conflict() != null)
                        ? HttpStatus.CONFLICT
                        : HttpStatus.UNPROCESSABLE_CONTENT);
        return again;
    }

    /** Saves one line as it is decided. While a rewording has no text yet, nothing is saved or returned. */
    @PostMapping("/line/{action}")
    @Requires(PreparationPermissions.PREPARE)
    @Nullable
    ModelAndView saveOne(
            @PathVariable UUID plan, @PathVariable UUID action, Form form, Words t, HttpServletResponse response) {
        var id = new PlanId(plan);
        Preparation sheet = preparationQueries.findSheet(id);
        PreparedLine line = line(sheet, action);
        Optional<Form> typed = LineChoiceForm.readTyped(form, action);
        if (typed.isPresent() && LineChoiceForm.waitsForWords(typed.get(), line)) {
            response.setStatus(HttpStatus.NO_CONTENT.value());
            return null;
        }
        SheetRow row = typed.isEmpty() ? null : save(sheet, line, typed.get(), t);
        Preparation now = preparationQueries.findSheet(id);
        var pages = new SheetPageAssembler(now, t);
        if (row == null || row.saved()) {
            return PageView.fragment(
                    "plan/preparation/row", pages.withCounts(pages.currentRow(line(now, action), row != null)));
        }
        ModelAndView again = PageView.fragment("plan/preparation/row", pages.withCounts(row));
        again.setStatus(row.conflict() == null ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT);
        return again;
    }

    @PostMapping("/accept")
    @Requires(PreparationPermissions.PREPARE)
    ModelAndView accept(@PathVariable UUID plan) {
        PreparationService.AcceptedProposals accepted = preparation.acceptAll(new PlanId(plan));
        String sheet = PreparationTab.ROOM + plan;
        return SeeOther.to(sheet)
                .withNotice("preparation.accepted", accepted.lines())
                .withUndo(sheet + "/accept/" + accepted.batch() + "/undo");
    }

    @PostMapping("/accept/{batch}/undo")
    @Requires(PreparationPermissions.PREPARE)
    ModelAndView takeBack(@PathVariable UUID plan, @PathVariable UUID batch) {
        return SeeOther.to(PreparationTab.ROOM + plan)
                .withNotice("preparation.accepted.undone", preparation.undoAccept(new PlanId(plan), batch));
    }

    private void reconsider(Preparation sheet, String id) {
        PreparedLine line = sheet.lines().values().stream()
                .filter(each -> SheetPageAssembler.id(each).toString().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("action"));
        if (line.chosen() != null) {
            preparation.deleteDecision(
                    sheet.year().plan().id(), line.action().line().id(), line.version());
        }
    }

    private static PreparedLine line(Preparation sheet, UUID action) {
        PreparedLine line = sheet.lines().get(new ActionId(action));
        if (line == null) {
            throw new NotFound("action");
        }
        return line;
    }

    private static ModelAndView page(Preparation sheet, Map<UUID, SheetRow> typed, Words t) {
        return PageView.of("plan/preparation/sheet", new SheetPageAssembler(sheet, t).page(typed));
    }

    /** The line after saving, or with the error. */
    private SheetRow save(Preparation sheet, PreparedLine line, Form typed, Words t) {
        var pages = new SheetPageAssembler(sheet, t);
        LineChoice chosen;
        try {
            chosen = typed.read(answers -> LineChoiceForm.read(answers, typed, line));
        } catch (FieldsRefused wrong) {
            return pages.row(line, typed, null, false);
        }
        if (chosen.version() == line.version()) {
            try {
                preparation.decide(
                        sheet.year().plan().id(), line.action().line().id(), chosen);
                return pages.row(line, typed, null, true);
            } catch (EditConflict meanwhile) {
                typed.refuse("shell.form.conflict_alone");
                return pages.row(line, typed, null, false);
            }
        }
        if (isTheSame(chosen, line.chosen())) {
            return pages.row(line, typed, null, true);
        }
        String who = preparationQueries.findLastDecider(line.action().line().id());
        typed.atVersion(line.version()).with("was", "");
        return pages.row(line, typed, new SheetFormatter(t).conflict(line, who), false);
    }

    private static boolean isTheSame(LineChoice mine, @Nullable LineChoice theirs) {
        return theirs != null
                && mine.choice() == theirs.choice()
                && Objects.equals(mine.text(), theirs.text())
                && number(mine).compareTo(number(theirs)) == 0
                && Objects.equals(mine.reason(), theirs.reason());
    }

    private static BigDecimal number(LineChoice chosen) {
        return Objects.requireNonNullElse(chosen.target(), BigDecimal.ZERO);
    }
}
