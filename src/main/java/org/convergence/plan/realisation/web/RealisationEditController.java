package org.convergence.plan.realisation.web;

import java.util.UUID;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RealisationPermissions;
import org.convergence.plan.realisation.RealisationState;
import org.convergence.plan.realisation.domain.RealisationCorrectionService;
import org.convergence.plan.realisation.domain.RealisationEntry;
import org.convergence.plan.realisation.domain.RealisationQueries;
import org.convergence.plan.realisation.domain.RealisationQueries.FullRealisation;
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

/** Corrects a realisation, or confirms that a planned one took place. */
@Controller
@RequestMapping("/plan/realisation/{id}")
@Requires(RealisationPermissions.RECORD)
class RealisationEditController {

    private final RealisationQueries realisations;
    private final RealisationCorrectionService correction;
    private final RealisationForm forms;
    private final RealisationFormPageAssembler pages;
    private final RealisationVersionComparison versions;
    private final RecordingOutcome outcome;

    RealisationEditController(
            RealisationQueries realisations,
            RealisationCorrectionService correction,
            RealisationForm forms,
            RealisationFormPageAssembler pages,
            RealisationVersionComparison versions,
            RecordingOutcome outcome) {
        this.realisations = realisations;
        this.correction = correction;
        this.forms = forms;
        this.pages = pages;
        this.versions = versions;
        this.outcome = outcome;
    }

    private record RealisationChange(int version, RealisationEntry entry) {}

    @GetMapping("/edit")
    ModelAndView edit(@PathVariable UUID id, Words t) {
        FullRealisation it = realisations.findForCorrection(new RealisationId(id));
        return page(it, forms.fill(it, t), null, t);
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
        return page(it, form, null, t);
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
                () -> page(it, form, null, t),
                since -> {
                    FullRealisation stands = realisations.findForCorrection(it.id());
                    return page(stands, form, versions.compare(form, stands, since, t), t);
                });
    }

    private ModelAndView page(FullRealisation it, Form form, @Nullable Conflict conflict, Words t) {
        boolean happened = form.filled("happened");
        String itself = RealisationPage.url(it.id(), "");
        var frame = new RealisationFormPage.RealisationFormFrame(
                happened ? "realisation.done" : "realisation.edit",
                RealisationPage.url(it.id(), "/edit"),
                happened ? RecordingOutcome.returnAddress(form, itself) : itself,
                it.happening().title());
        var source = it.source();
        var sourced = source == null
                ? null
                : new RealisationFormPage.SourcedFacts(
                        RealisationFormatter.facts(it.happening(), it.amounts(), it.worked(), t), source.url());
        return PageView.of("plan/realisation/edit", pages.assemble(frame, form, sourced, conflict, t));
    }
}
