package org.convergence.plan.realisation.web;

import java.util.UUID;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RealisationPermissions;
import org.convergence.plan.realisation.RealisationState;
import org.convergence.plan.realisation.domain.RealisationCorrectionService;
import org.convergence.plan.realisation.domain.RealisationEntry;
import org.convergence.plan.realisation.domain.RealisationQueries;
import org.convergence.plan.realisation.domain.RealisationQueries.FullRealisation;
import org.convergence.plan.realisation.web.RealisationPage.RealisationWithdrawalPage;
import org.convergence.platform.access.Requires;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One realisation: its page, correction, confirmation, withdrawal and restoration. */
@Controller
@RequestMapping("/plan/realisation/{id}")
@Requires(RealisationPermissions.RECORD)
class RealisationController {

    private static final int REASON = 2_000;

    private final RealisationPageAssembler pages;
    private final RealisationQueries realisations;
    private final RealisationCorrectionService correction;
    private final RealisationForm forms;
    private final RealisationFormPageAssembler formPages;
    private final ContributionPreview outcome;

    RealisationController(
            RealisationPageAssembler pages,
            RealisationQueries realisations,
            RealisationCorrectionService correction,
            RealisationForm forms,
            RealisationFormPageAssembler formPages,
            ContributionPreview outcome) {
        this.pages = pages;
        this.realisations = realisations;
        this.correction = correction;
        this.forms = forms;
        this.formPages = formPages;
        this.outcome = outcome;
    }

    @GetMapping
    @Requires(RealisationPermissions.READ)
    ModelAndView show(@PathVariable UUID id, Words t) {
        return PageView.of("plan/realisation/realisation", pages.assemble(new RealisationId(id), t));
    }

    /** Undoes the author's recording. The form is shown again with its values, to be corrected. */
    @PostMapping("/undo")
    ModelAndView undo(@PathVariable UUID id, Words t) {
        correction.undo(new RealisationId(id), t.say("realisation.undo.reason"));
        return SeeOther.to(RealisationPage.LIST + "/new?again=" + id).withNotice("realisation.undone");
    }

    @GetMapping("/withdraw")
    ModelAndView withdraw(@PathVariable UUID id) {
        return withdraw(id, Form.blank());
    }

    @PostMapping("/withdraw")
    ModelAndView withdraw(@PathVariable UUID id, Form form, Words t) {
        return form.submit(
                answers -> answers.text("reason", REASON),
                reason -> {
                    correction.withdraw(new RealisationId(id), reason);
                    return SeeOther.to(RealisationPage.LIST + "/" + id)
                            .withNotice("realisation.withdrawn")
                            .withUndo(RealisationPage.LIST + "/" + id + "/restore");
                },
                () -> withdraw(id, form));
    }

    private ModelAndView withdraw(UUID id, Form form) {
        var it = realisations.findForCorrection(new RealisationId(id));
        return PageView.of(
                "plan/realisation/withdraw",
                new RealisationWithdrawalPage(id, it.happening().title(), it.source() != null, form));
    }

    @PostMapping("/restore")
    ModelAndView restore(@PathVariable UUID id) {
        correction.restore(new RealisationId(id));
        return SeeOther.to(RealisationPage.LIST + "/" + id).withNotice("realisation.restored");
    }

    private record RealisationChange(int version, RealisationEntry entry) {}

    @GetMapping("/edit")
    ModelAndView edit(@PathVariable UUID id, Words t) {
        FullRealisation it = realisations.findForCorrection(new RealisationId(id));
        return formPage(it, forms.fill(it, t), null, t);
    }

    /**
     * Confirms a planned realisation: the recording form with the planned values.
     *
     * @param from where to go afterwards
     */
    @GetMapping("/done")
    ModelAndView done(@PathVariable UUID id, @RequestParam(required = false) @Nullable String from, Words t) {
        FullRealisation it = realisations.findForCorrection(new RealisationId(id));
        Form form = forms.fill(it, t).with("from", from).with("happened", it.state() == RealisationState.PLANNED);
        if (it.happening().when().to().isAfter(forms.today())) {
            form.with("when", RealisationDateFields.TODAY);
        }
        return formPage(it, form, null, t);
    }

    @PostMapping("/edit")
    ModelAndView edit(@PathVariable UUID id, Form form, Words t) {
        FullRealisation it = realisations.findForCorrection(new RealisationId(id));
        return form.submit(
                answers -> new RealisationChange(
                        answers.version(),
                        it.source() == null ? forms.read(form, answers) : forms.readAttribution(it, form, answers)),
                corrected -> {
                    correction.correct(it.id(), corrected.version(), corrected.entry());
                    return form.filled("happened")
                            ? outcome.message(form, it.id(), corrected.entry(), t)
                            : SeeOther.to(RealisationPage.url(it.id(), "")).withNotice("realisation.corrected");
                },
                () -> formPage(it, form, null, t),
                since -> {
                    FullRealisation stands = realisations.findForCorrection(it.id());
                    return formPage(stands, form, forms.compare(form, stands, since, t), t);
                });
    }

    private ModelAndView formPage(FullRealisation it, Form form, @Nullable Conflict conflict, Words t) {
        boolean happened = form.filled("happened");
        String itself = RealisationPage.url(it.id(), "");
        var frame = new RealisationFormPage.RealisationFormFrame(
                happened ? "realisation.done" : "realisation.edit",
                RealisationPage.url(it.id(), "/edit"),
                happened ? ContributionPreview.returnAddress(form, itself) : itself,
                it.happening().title());
        var source = it.source();
        var sourced = source == null
                ? null
                : new RealisationFormPage.SourcedFacts(
                        RealisationFormatter.facts(it.happening(), it.amounts(), it.worked(), t), source.url());
        return PageView.of("plan/realisation/edit", formPages.assemble(frame, form, sourced, conflict, t));
    }
}
