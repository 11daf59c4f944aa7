package org.convergence.plan.realisation.web;

import java.util.UUID;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RealisationPermissions;
import org.convergence.plan.realisation.RealisationState;
import org.convergence.plan.realisation.domain.Entry;
import org.convergence.plan.realisation.domain.RealisationCorrection;
import org.convergence.plan.realisation.domain.RealisationReading;
import org.convergence.plan.realisation.domain.RealisationReading.Whole;
import org.convergence.platform.access.Requires;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Corrects a realisation, or confirms that a planned one took place. */
@Controller
@RequestMapping("/plan/realisation/{id}")
@Requires(RealisationPermissions.RECORD)
class CorrectionController {

    private final RealisationReading reading;
    private final RealisationCorrection correction;
    private final EntryForms forms;
    private final EntryPages pages;
    private final EntryVersions versions;
    private final Outcome outcome;

    CorrectionController(
            RealisationReading reading,
            RealisationCorrection correction,
            EntryForms forms,
            EntryPages pages,
            EntryVersions versions,
            Outcome outcome) {
        this.reading = reading;
        this.correction = correction;
        this.forms = forms;
        this.pages = pages;
        this.versions = versions;
        this.outcome = outcome;
    }

    private record Corrected(int version, Entry entry) {}

    @GetMapping("/edit")
    ModelAndView edit(@PathVariable UUID id, Words t) {
        Whole it = reading.toCorrect(new RealisationId(id));
        return page(it, forms.of(it, t), null, t);
    }

    /**
     * Confirms a planned realisation: the recording form with the planned values.
     *
     * @param from where to go afterwards
     */
    @GetMapping("/done")
    ModelAndView done(@PathVariable UUID id, @RequestParam(required = false) @Nullable String from, Words t) {
        Whole it = reading.toCorrect(new RealisationId(id));
        Form form = forms.of(it, t).with("from", from).with("happened", it.state() == RealisationState.PLANNED);
        if (it.happening().when().to().isAfter(forms.today())) {
            form.with("when", WhenFields.TODAY);
        }
        return page(it, form, null, t);
    }

    @PostMapping("/edit")
    ModelAndView edit(@PathVariable UUID id, Form form, Words t) {
        Whole it = reading.toCorrect(new RealisationId(id));
        return form.submit(
                answers -> new Corrected(
                        answers.version(),
                        it.source() == null ? forms.read(form, answers) : forms.readTelling(it, form, answers)),
                corrected -> {
                    correction.correct(it.id(), corrected.version(), corrected.entry());
                    return form.filled("happened")
                            ? outcome.said(form, it.id(), corrected.entry(), t)
                            : Go.to(RealisationPage.url(it.id(), "")).saying("realisation.corrected");
                },
                () -> page(it, form, null, t),
                since -> {
                    Whole stands = reading.toCorrect(it.id());
                    return page(stands, form, versions.between(form, stands, since, t), t);
                });
    }

    private ModelAndView page(Whole it, Form form, @Nullable Conflict conflict, Words t) {
        boolean happened = form.filled("happened");
        String itself = RealisationPage.url(it.id(), "");
        var frame = new EntryPage.Frame(
                happened ? "realisation.done" : "realisation.edit",
                RealisationPage.url(it.id(), "/edit"),
                happened ? Outcome.back(form, itself) : itself,
                it.happening().title());
        var source = it.source();
        var sourced = source == null
                ? null
                : new EntryPage.Sourced(Saying.facts(it.happening(), it.amounts(), it.worked(), t), source.url());
        return Page.of("plan/realisation/edit", pages.of(frame, form, sourced, conflict, t));
    }
}
