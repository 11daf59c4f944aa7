package org.convergence.outreach.assembly.web;

import java.util.UUID;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.BodyId;
import org.convergence.outreach.assembly.domain.Body;
import org.convergence.outreach.assembly.domain.BodyQueries;
import org.convergence.outreach.assembly.domain.BodyQueries.StoredRules;
import org.convergence.outreach.assembly.domain.BodyService;
import org.convergence.outreach.assembly.domain.RuleSet;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
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
record BodyRulesController(BodyQueries bodies, BodyService bodyService, OrganisationSettings settings) {

    private static final String VIEW = "outreach/assembly/rules-form";

    private record RulesChange(int version, RuleSet set) {}

    @GetMapping("/bodies/{id}/rules/new")
    ModelAndView adopt(@PathVariable UUID id) {
        Body body = bodies.findById(new BodyId(id));
        RuleSet now = bodies.findRulesOn(body.typedId(), settings.today());
        return adopt(body, BodyRulesForm.toForm(now).with("since", settings.today()));
    }

    @PostMapping("/bodies/{id}/rules/new")
    ModelAndView adopt(@PathVariable UUID id, Form form) {
        Body body = bodies.findById(new BodyId(id));
        return form.submit(
                answers -> BodyRulesForm.read(form, answers),
                set -> {
                    bodyService.adoptRules(body.typedId(), set);
                    return SeeOther.to(AssemblyUrls.body(id)).withNotice("assembly.rules.adopted", set.since());
                },
                () -> adopt(body, form));
    }

    private static ModelAndView adopt(Body body, Form form) {
        return PageView.of(
                VIEW,
                AssemblyFormPage.of(
                        "assembly.rules.new",
                        BodyController.about(body),
                        AssemblyUrls.body(body.id()) + "/rules/new",
                        form));
    }

    @GetMapping("/rules/{id}")
    ModelAndView correct(@PathVariable UUID id) {
        StoredRules ruled = bodies.findRulesById(id);
        return correct(ruled, BodyRulesForm.toForm(ruled.set()).atVersion(ruled.version()));
    }

    @PostMapping("/rules/{id}")
    ModelAndView correct(@PathVariable UUID id, Form form) {
        StoredRules ruled = bodies.findRulesById(id);
        return form.submit(
                answers -> new RulesChange(answers.version(), BodyRulesForm.read(form, answers)),
                corrected -> bodyService.correctRules(id, corrected.version(), corrected.set()),
                SeeOther.to(AssemblyUrls.body(ruled.body())).withNotice("assembly.saved"),
                () -> correct(ruled, form));
    }

    private ModelAndView correct(StoredRules ruled, Form form) {
        Body body = bodies.findById(new BodyId(ruled.body()));
        return PageView.of(
                VIEW,
                AssemblyFormPage.of(
                        "assembly.rules.edit", BodyController.about(body), AssemblyUrls.rules(ruled.id()), form));
    }
}
