package org.convergence.outreach.assembly.web;

import java.util.UUID;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.BodyId;
import org.convergence.outreach.assembly.domain.Body;
import org.convergence.outreach.assembly.domain.BodyKeeping;
import org.convergence.outreach.assembly.domain.BodyReading;
import org.convergence.outreach.assembly.domain.BodyReading.Ruled;
import org.convergence.outreach.assembly.domain.RuleSet;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Adopts new rules of a body, and corrects entry errors. */
@Controller
@RequestMapping("/outreach/assembly")
@Requires(AssemblyPermissions.KEEP)
class RulesController {

    private static final String VIEW = "outreach/assembly/rules-form";

    private final BodyReading reading;
    private final BodyKeeping keeping;
    private final OrganisationSettings settings;

    RulesController(BodyReading reading, BodyKeeping keeping, OrganisationSettings settings) {
        this.reading = reading;
        this.keeping = keeping;
        this.settings = settings;
    }

    private record Corrected(int version, RuleSet set) {}

    @GetMapping("/bodies/{id}/rules/new")
    ModelAndView adopt(@PathVariable UUID id) {
        Body body = reading.one(new BodyId(id));
        RuleSet now = reading.rulesOn(body.typedId(), settings.today());
        return adopt(body, RuleForms.of(now).with("since", settings.today()));
    }

    @PostMapping("/bodies/{id}/rules/new")
    ModelAndView adopt(@PathVariable UUID id, Form form) {
        Body body = reading.one(new BodyId(id));
        return form.submit(
                answers -> RuleForms.read(form, answers),
                set -> {
                    keeping.adoptRules(body.typedId(), set);
                    return Go.to(Urls.body(id)).saying("assembly.rules.adopted", set.since());
                },
                () -> adopt(body, form));
    }

    private static ModelAndView adopt(Body body, Form form) {
        return Page.of(
                VIEW,
                FormPage.of(
                        "assembly.rules.new", BodyController.about(body), Urls.body(body.id()) + "/rules/new", form));
    }

    @GetMapping("/rules/{id}")
    ModelAndView correct(@PathVariable UUID id) {
        Ruled ruled = reading.rule(id);
        return correct(ruled, RuleForms.of(ruled.set()).at(ruled.version()));
    }

    @PostMapping("/rules/{id}")
    ModelAndView correct(@PathVariable UUID id, Form form) {
        Ruled ruled = reading.rule(id);
        return form.submit(
                answers -> new Corrected(answers.version(), RuleForms.read(form, answers)),
                corrected -> {
                    keeping.correctRules(id, corrected.version(), corrected.set());
                    return Go.to(Urls.body(ruled.body())).saying("assembly.saved");
                },
                () -> correct(ruled, form));
    }

    private ModelAndView correct(Ruled ruled, Form form) {
        Body body = reading.one(new BodyId(ruled.body()));
        return Page.of(
                VIEW, FormPage.of("assembly.rules.edit", BodyController.about(body), Urls.rules(ruled.id()), form));
    }
}
