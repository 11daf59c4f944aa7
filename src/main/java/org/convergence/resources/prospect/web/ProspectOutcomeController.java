package org.convergence.resources.prospect.web;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.convergence.resources.prospect.ProspectId;
import org.convergence.resources.prospect.ProspectPermissions;
import org.convergence.resources.prospect.ProspectState;
import org.convergence.resources.prospect.domain.NextStep;
import org.convergence.resources.prospect.domain.Prospect;
import org.convergence.resources.prospect.domain.ProspectService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Records an exchange with a prospect or its outcome, and reopens it. */
@Controller
@RequestMapping("/resources/prospect/{id}")
@Requires(ProspectPermissions.FOLLOW)
class ProspectOutcomeController {

    private final ProspectService keeping;
    private final ProspectPageAssembler pages;
    private final OrganisationSettings settings;

    ProspectOutcomeController(ProspectService keeping, ProspectPageAssembler pages, OrganisationSettings settings) {
        this.keeping = keeping;
        this.pages = pages;
        this.settings = settings;
    }

    private record OutcomeInput(
            int version,
            ProspectState state,
            LocalDate on,
            @Nullable String reason,
            @Nullable NextStep next) {}

    @PostMapping("/gesture")
    ModelAndView recordContact(@PathVariable UUID id, Form form, Words t) {
        Prospect it = keeping.findById(new ProspectId(id));
        return form.submit(
                answers -> ProspectForm.step(form, answers),
                step -> {
                    keeping.recordContact(it.typedId(), step.done(), step.next());
                    return SeeOther.to(ProspectUrls.prospect(id)).withNotice("prospect.did");
                },
                () -> PageView.of("resources/prospect/prospect", pages.assemble(it, form, t)));
    }

    @GetMapping("/outcome")
    ModelAndView end(@PathVariable UUID id, Words t) {
        Prospect it = keeping.findById(new ProspectId(id));
        return ending(it, Form.blank().atVersion(it.version()).with("on", settings.today()), t);
    }

    @PostMapping("/outcome")
    ModelAndView end(@PathVariable UUID id, Form form, Words t) {
        Prospect it = keeping.findById(new ProspectId(id));
        return form.submit(
                answers -> outcome(form, answers),
                said -> {
                    keeping.recordOutcome(
                            it.typedId(), said.version(), said.state(), said.on(), said.reason(), said.next());
                    return SeeOther.to(ProspectUrls.prospect(id))
                            .withNotice("prospect.ended")
                            .withUndo(ProspectUrls.prospect(id) + "/take-up");
                },
                () -> ending(it, form, t));
    }

    private static OutcomeInput outcome(Form form, FormValues answers) {
        return new OutcomeInput(
                answers.version(),
                answers.choice("state", ProspectState.class),
                answers.date("on"),
                answers.optionalText("reason", 500),
                ProspectForm.next(form, answers));
    }

    private ModelAndView ending(Prospect it, Form form, Words t) {
        String url = ProspectUrls.prospect(it.id());
        return PageView.of(
                "resources/prospect/prospect-form",
                new ProspectFormPage(
                        "prospect.end",
                        pages.name(it),
                        url + "/outcome",
                        url,
                        form,
                        null,
                        null,
                        null,
                        ProspectForm.outcomes(t)));
    }

    @PostMapping("/take-up")
    ModelAndView reopen(@PathVariable UUID id) {
        keeping.reopen(new ProspectId(id));
        return SeeOther.to(ProspectUrls.prospect(id)).withNotice("prospect.taken-up");
    }
}
