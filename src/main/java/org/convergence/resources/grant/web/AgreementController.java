package org.convergence.resources.grant.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.convergence.directory.people.PartyChooser;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.convergence.resources.grant.AgreementDueId;
import org.convergence.resources.grant.AgreementId;
import org.convergence.resources.grant.GrantPermissions;
import org.convergence.resources.grant.domain.AgreementFacts;
import org.convergence.resources.grant.domain.AgreementQueries;
import org.convergence.resources.grant.domain.AgreementService;
import org.convergence.resources.grant.web.AgreementPage.AgreementAmendPage;
import org.convergence.resources.grant.web.AgreementPage.AgreementFormPage;
import org.convergence.resources.spending.BudgetLineId;
import org.convergence.resources.spending.BudgetPolicy.LineLimits;
import org.convergence.resources.spending.Budgets.BudgetLineFacts;
import org.convergence.resources.spending.Budgets.BudgetLineState;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** One agreement: recording and correcting it, its page with its lines, deliverables and instalments. */
@Controller
@RequestMapping("/resources/grant/agreement")
@Requires(GrantPermissions.EDIT)
record AgreementController(
        AgreementService agreements,
        AgreementQueries queries,
        AgreementForm forms,
        AgreementPageAssembler pages,
        AgreementBoardPaper paper,
        PartyChooser chooser,
        OrganisationSettings settings) {

    @GetMapping("/new")
    ModelAndView add() {
        return formPage(Form.blank().with("currency", "CAD").with(AgreementForm.FROM.name(), settings.today()), null);
    }

    private record AgreementInput(AgreementFacts facts, List<BudgetLineFacts> lines) {}

    @PostMapping("/new")
    ModelAndView add(Form form) {
        return form.submit(
                answers -> new AgreementInput(forms.read(answers), AgreementForm.readLines(answers)),
                input -> SeeOther.to(AgreementPage.url(agreements.record(input.facts(), input.lines())))
                        .withNotice("grant.agreement.recorded"),
                () -> formPage(form, null));
    }

    @GetMapping("/{id}/edit")
    ModelAndView edit(@PathVariable AgreementId id) {
        return formPage(AgreementForm.open(queries.findById(id)), id);
    }

    private record AgreementCorrection(int version, AgreementFacts facts) {}

    @PostMapping("/{id}/edit")
    ModelAndView edit(@PathVariable AgreementId id, Form form) {
        form.with("currency", queries.findById(id).currency());
        return form.submit(
                answers -> new AgreementCorrection(answers.version(), forms.read(answers)),
                input -> {
                    agreements.correct(id, input.version(), input.facts());
                    return SeeOther.to(AgreementPage.url(id)).withNotice("grant.agreement.saved");
                },
                () -> formPage(form, id));
    }

    private ModelAndView formPage(Form form, @Nullable AgreementId id) {
        return PageView.of(
                "resources/grant/agreement-form",
                new AgreementFormPage(
                        id == null ? "grant.agreement.new" : "grant.agreement.edit.title",
                        id == null ? AgreementPage.LIST + "/new" : AgreementPage.url(id) + "/edit",
                        id == null ? AgreementPage.LIST : AgreementPage.url(id),
                        form,
                        chooser.organisations(form, AgreementForm.FUNDER, 1, List.of()),
                        id == null));
    }

    @GetMapping("/{id}")
    @Requires(GrantPermissions.READ)
    ModelAndView show(@PathVariable AgreementId id, Words t) {
        return page(id, Form.blank(), Form.blank(), t);
    }

    /** Where it stands, on one sheet for the board. */
    @GetMapping("/{id}/board.pdf")
    @Requires(GrantPermissions.READ)
    void board(@PathVariable AgreementId id, Words t, HttpServletResponse response) throws IOException {
        paper.write(pages.assemble(queries.findById(id), Form.blank(), Form.blank(), t), t, response);
    }

    private ModelAndView page(AgreementId id, Form due, Form end, Words t) {
        return PageView.of("resources/grant/agreement", pages.assemble(queries.findById(id), due, end, t));
    }

    @PostMapping("/{id}/due")
    ModelAndView addDue(@PathVariable AgreementId id, Form form, Words t) {
        return form.submit(
                forms::readDue,
                due -> {
                    agreements.addDue(id, due);
                    return SeeOther.to(AgreementPage.url(id)).withNotice("grant.agreement.due-added");
                },
                () -> page(id, form, Form.blank(), t));
    }

    @PostMapping("/{id}/due/{due}/done")
    ModelAndView done(@PathVariable AgreementId id, @PathVariable AgreementDueId due) {
        agreements.markDone(due);
        return SeeOther.to(AgreementPage.url(id))
                .withNotice("grant.agreement.due-done")
                .withUndo(AgreementPage.url(id) + "/due/" + due.value() + "/open");
    }

    @PostMapping("/{id}/due/{due}/open")
    ModelAndView undone(@PathVariable AgreementId id, @PathVariable AgreementDueId due) {
        agreements.markOpen(due);
        return SeeOther.to(AgreementPage.url(id)).withNotice("grant.agreement.due-open");
    }

    private record AgreementEnd(int version, String note) {}

    @PostMapping("/{id}/close")
    ModelAndView close(@PathVariable AgreementId id, Form form, Words t) {
        return form.submit(
                answers -> new AgreementEnd(answers.version(), answers.textOrEmpty(AgreementForm.NOTE)),
                input -> {
                    agreements.close(id, input.version(), input.note());
                    return SeeOther.to(AgreementPage.url(id))
                            .withNotice("grant.agreement.closed")
                            .withUndo(AgreementPage.url(id) + "/reopen");
                },
                () -> page(id, Form.blank(), form, t));
    }

    @PostMapping("/{id}/reopen")
    ModelAndView reopen(@PathVariable AgreementId id) {
        agreements.reopen(id);
        return SeeOther.to(AgreementPage.url(id)).withNotice("grant.agreement.reopened");
    }

    @GetMapping("/{id}/line/{line}")
    ModelAndView amend(@PathVariable AgreementId id, @PathVariable BudgetLineId line) {
        BudgetLineState state = line(id, line);
        return amendPage(id, state, openAmendment(state), AgreementForm.openLimits(state));
    }

    private static Form openAmendment(BudgetLineState state) {
        return Form.blank()
                .atVersion(state.version())
                .with("amount", state.budget())
                .with(AgreementForm.ACCOUNT.name(), state.account())
                .with(AgreementForm.CLAUSE.name(), state.clause());
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
                () -> amendPage(id, state, openAmendment(state), form));
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
                () -> amendPage(id, state, form, AgreementForm.openLimits(state)));
    }

    private record AgreementAmendment(
            int version,
            BigDecimal amount,
            @Nullable String account,
            @Nullable String clause) {}

    private static ModelAndView amendPage(AgreementId id, BudgetLineState line, Form form, Form limits) {
        String url = AgreementPage.url(id);
        return PageView.of(
                "resources/grant/agreement-amend",
                new AgreementAmendPage(
                        url + "/line/" + line.id().value(), url, line.code() + " – " + line.label(), form, limits));
    }

    private BudgetLineState line(AgreementId id, BudgetLineId line) {
        return queries.findLines(id).stream()
                .filter(each -> Objects.equals(each.id(), line))
                .findFirst()
                .orElseThrow(() -> new NotFound("line"));
    }
}
