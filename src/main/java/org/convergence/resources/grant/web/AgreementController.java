package org.convergence.resources.grant.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.convergence.directory.people.PartyChooser;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.convergence.resources.grant.AgreementId;
import org.convergence.resources.grant.GrantPermissions;
import org.convergence.resources.grant.domain.AgreementDueService;
import org.convergence.resources.grant.domain.AgreementFacts;
import org.convergence.resources.grant.domain.AgreementQueries;
import org.convergence.resources.grant.domain.AgreementService;
import org.convergence.resources.grant.web.AgreementPage.AgreementFormPage;
import org.convergence.resources.grant.web.PastedBudgetLines.BudgetLinesPreview;
import org.convergence.resources.spending.Budgets.BudgetLineFacts;
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
        AgreementDueService dues,
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
    ModelAndView add(Form form, Words t) {
        if (PastedBudgetLines.isPreview(form)) {
            return form.submit(
                    answers ->
                            BudgetLinesPreview.of(PastedBudgetLines.read(answers), AgreementForm.currency(answers), t),
                    preview -> formPage(form, null, preview),
                    () -> formPage(form, null));
        }
        return form.submit(
                answers -> new AgreementInput(forms.read(answers), PastedBudgetLines.read(answers)),
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
        return formPage(form, id, null);
    }

    private ModelAndView formPage(Form form, @Nullable AgreementId id, @Nullable BudgetLinesPreview preview) {
        return PageView.of(
                "resources/grant/agreement-form",
                new AgreementFormPage(
                        id == null ? "grant.agreement.new" : "grant.agreement.edit.title",
                        id == null ? AgreementPage.LIST + "/new" : AgreementPage.url(id) + "/edit",
                        id == null ? AgreementPage.LIST : AgreementPage.url(id),
                        form,
                        chooser.organisations(form, AgreementForm.FUNDER, 1, List.of()),
                        id == null,
                        preview));
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
                    dues.addDue(id, due);
                    return SeeOther.to(AgreementPage.url(id)).withNotice("grant.agreement.due-added");
                },
                () -> page(id, form, Form.blank(), t));
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
}
