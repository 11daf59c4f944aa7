package org.convergence.resources.prospect.web;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Answers;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.Page;
import org.convergence.platform.text.Words;
import org.convergence.resources.prospect.ProspectId;
import org.convergence.resources.prospect.ProspectPermissions;
import org.convergence.resources.prospect.ProspectState;
import org.convergence.resources.prospect.domain.Next;
import org.convergence.resources.prospect.domain.Prospect;
import org.convergence.resources.prospect.domain.ProspectKeeping;
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
class ProspectGestureController {

    private final ProspectKeeping keeping;
    private final ProspectPages pages;
    private final OrganisationSettings settings;

    ProspectGestureController(ProspectKeeping keeping, ProspectPages pages, OrganisationSettings settings) {
        this.keeping = keeping;
        this.pages = pages;
        this.settings = settings;
    }

    private record Outcome(
            int version,
            ProspectState state,
            LocalDate on,
            @Nullable String reason,
            @Nullable Next next) {}

    @PostMapping("/gesture")
    ModelAndView did(@PathVariable UUID id, Form form, Words t) {
        Prospect it = keeping.one(new ProspectId(id));
        return form.submit(
                answers -> ProspectForms.step(form, answers),
                step -> {
                    keeping.did(it.typedId(), step.done(), step.next());
                    return Go.to(ProspectUrls.prospect(id)).saying("prospect.did");
                },
                () -> Page.of("resources/prospect/prospect", pages.of(it, form, t)));
    }

    @GetMapping("/outcome")
    ModelAndView end(@PathVariable UUID id, Words t) {
        Prospect it = keeping.one(new ProspectId(id));
        return ending(it, Form.blank().at(it.version()).with("on", settings.today()), t);
    }

    @PostMapping("/outcome")
    ModelAndView end(@PathVariable UUID id, Form form, Words t) {
        Prospect it = keeping.one(new ProspectId(id));
        return form.submit(
                answers -> outcome(form, answers),
                said -> {
                    keeping.end(it.typedId(), said.version(), said.state(), said.on(), said.reason(), said.next());
                    return Go.to(ProspectUrls.prospect(id))
                            .saying("prospect.ended")
                            .undo(ProspectUrls.prospect(id) + "/take-up");
                },
                () -> ending(it, form, t));
    }

    private static Outcome outcome(Form form, Answers answers) {
        return new Outcome(
                answers.version(),
                answers.choice("state", ProspectState.class),
                answers.date("on"),
                answers.optionalText("reason", 500),
                ProspectForms.next(form, answers));
    }

    private ModelAndView ending(Prospect it, Form form, Words t) {
        String url = ProspectUrls.prospect(it.id());
        return Page.of(
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
                        ProspectForms.outcomes(t)));
    }

    @PostMapping("/take-up")
    ModelAndView takeUp(@PathVariable UUID id) {
        keeping.takeUp(new ProspectId(id));
        return Go.to(ProspectUrls.prospect(id)).saying("prospect.taken-up");
    }
}
