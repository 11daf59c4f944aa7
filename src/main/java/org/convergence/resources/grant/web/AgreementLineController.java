package org.convergence.resources.grant.web;

import java.math.BigDecimal;
import java.util.Objects;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.convergence.resources.grant.AgreementId;
import org.convergence.resources.grant.GrantPermissions;
import org.convergence.resources.grant.domain.AgreementQueries;
import org.convergence.resources.grant.domain.AgreementService;
import org.convergence.resources.grant.web.AgreementPage.AgreementAmendPage;
import org.convergence.resources.grant.web.AgreementPage.AgreementLinesPage;
import org.convergence.resources.grant.web.PastedBudgetLines.BudgetLinesPreview;
import org.convergence.resources.spending.BudgetLineId;
import org.convergence.resources.spending.BudgetLines;
import org.convergence.resources.spending.BudgetPolicy.LineLimits;
import org.convergence.resources.spending.Budgets.BudgetLineState;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The lines of an agreement: adding, renaming and deleting them, what is in force, their account and their limits. */
@Controller
@RequestMapping("/resources/grant/agreement")
@Requires(GrantPermissions.EDIT)
record AgreementLineController(AgreementService agreements, AgreementQueries queries) {

    @GetMapping("/{id}/lines")
    ModelAndView add(@PathVariable AgreementId id) {
        return linesPage(id, Form.blank(), null);
    }

    @PostMapping("/{id}/lines")
    ModelAndView add(@PathVariable AgreementId id, Form form, Words t) {
        if (PastedBudgetLines.isPreview(form)) {
            String currency = queries.findById(id).currency();
            return form.submit(
                    PastedBudgetLines::read,
                    lines -> linesPage(id, form, BudgetLinesPreview.of(lines, currency, t)),
                    () -> linesPage(id, form, null));
        }
        return form.submit(
                PastedBudgetLines::read,
                lines -> agreements.addLines(id, lines),
                SeeOther.to(AgreementPage.url(id)).withNotice("grant.agreement.lines-added"),
                () -> linesPage(id, form, null));
    }

    private ModelAndView linesPage(AgreementId id, Form form, @Nullable BudgetLinesPreview preview) {
        String url = AgreementPage.url(id);
        return PageView.of(
                "resources/grant/agreement-lines",
                new AgreementLinesPage(url + "/lines", url, queries.findById(id).title(), form, preview));
    }

    private record LineName(int version, String code, String label) {}

    @PostMapping("/{id}/line/{line}/name")
    ModelAndView rename(@PathVariable AgreementId id, @PathVariable BudgetLineId line, Form form) {
        BudgetLineState state = line(id, line);
        return form.submit(
                answers -> new LineName(
                        answers.version(), answers.get(AgreementForm.CODE), answers.get(AgreementForm.LABEL)),
                input -> agreements.renameLine(line, input.version(), input.code(), input.label()),
                SeeOther.to(AgreementPage.url(id)).withNotice("grant.agreement.saved"),
                () -> amendPage(id, state, openAmendment(state), AgreementForm.openLimits(state), form));
    }

    @PostMapping("/{id}/line/{line}/remove")
    ModelAndView remove(@PathVariable AgreementId id, @PathVariable BudgetLineId line, @RequestParam int version) {
        BudgetLineState state = line(id, line);
        agreements.deleteLine(line, version);
        return SeeOther.to(AgreementPage.url(id)).withNotice("grant.agreement.line-removed", state.code());
    }

    @GetMapping("/{id}/line/{line}")
    @Requires(GrantPermissions.ACCOUNT)
    ModelAndView amend(@PathVariable AgreementId id, @PathVariable BudgetLineId line) {
        BudgetLineState state = line(id, line);
        return amendPage(
                id, state, openAmendment(state), AgreementForm.openLimits(state), AgreementForm.openName(state));
    }

    private static Form openAmendment(BudgetLineState state) {
        return Form.blank()
                .atVersion(state.version())
                .with("amount", state.budget())
                .with(AgreementForm.ACCOUNT.name(), state.account())
                .with(AgreementForm.CLAUSE.name(), state.clause());
    }

    private record AgreementAccount(int version, @Nullable String account) {}

    /** For the accountant, who keeps the account but not the amount. */
    @PostMapping("/{id}/line/{line}/account")
    @Requires(GrantPermissions.ACCOUNT)
    ModelAndView setAccount(@PathVariable AgreementId id, @PathVariable BudgetLineId line, Form form) {
        BudgetLineState state = line(id, line);
        return form.submit(
                answers -> new AgreementAccount(answers.version(), answers.find(AgreementForm.ACCOUNT)),
                input -> {
                    agreements.setAccount(line, input.version(), input.account());
                    return SeeOther.to(AgreementPage.url(id)).withNotice("grant.agreement.account-set", state.code());
                },
                () -> amendPage(id, state, form, AgreementForm.openLimits(state), AgreementForm.openName(state)));
    }

    private record AgreementLimits(int version, LineLimits limits) {}

    @PostMapping("/{id}/line/{line}/limits")
    ModelAndView limit(@PathVariable AgreementId id, @PathVariable BudgetLineId line, Form form) {
        BudgetLineState state = line(id, line);
        return form.submit(
                answers -> new AgreementLimits(
                        answers.version(), AgreementForm.readLimits(answers, state, queries.findLines(id))),
                input -> {
                    agreements.limitLine(line, input.version(), input.limits());
                    return SeeOther.to(AgreementPage.url(id)).withNotice("grant.agreement.line-limited", state.code());
                },
                () -> amendPage(id, state, openAmendment(state), form, AgreementForm.openName(state)));
    }

    @PostMapping("/{id}/line/{line}")
    ModelAndView amend(@PathVariable AgreementId id, @PathVariable BudgetLineId line, Form form) {
        BudgetLineState state = line(id, line);
        return form.submit(
                answers -> new AgreementAmendment(
                        answers.version(),
                        answers.number("amount", BigDecimal.ZERO, AgreementForm.MOST),
                        answers.find(AgreementForm.ACCOUNT),
                        answers.find(AgreementForm.CLAUSE)),
                input -> {
                    agreements.amendLine(line, input.version(), input.amount(), input.account(), input.clause());
                    return SeeOther.to(AgreementPage.url(id)).withNotice("grant.agreement.line-amended", state.code());
                },
                () -> amendPage(id, state, form, AgreementForm.openLimits(state), AgreementForm.openName(state)));
    }

    private record AgreementAmendment(
            int version,
            BigDecimal amount,
            @Nullable String account,
            @Nullable String clause) {}

    private static ModelAndView amendPage(AgreementId id, BudgetLineState line, Form form, Form limits, Form name) {
        boolean edits = CurrentActor.get().may(GrantPermissions.EDIT);
        String url = AgreementPage.url(id);
        return PageView.of(
                "resources/grant/agreement-amend",
                new AgreementAmendPage(
                        url + "/line/" + line.id().value(),
                        url,
                        BudgetLines.name(line.code(), line.label()),
                        form,
                        edits ? limits : null,
                        edits ? name : null,
                        line.version()));
    }

    private BudgetLineState line(AgreementId id, BudgetLineId line) {
        return queries.findLines(id).stream()
                .filter(each -> Objects.equals(each.id(), line))
                .findFirst()
                .orElseThrow(() -> new NotFound("line"));
    }
}
