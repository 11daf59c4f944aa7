package org.convergence.outreach.assembly.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.BodyId;
import org.convergence.outreach.assembly.domain.Body;
import org.convergence.outreach.assembly.domain.BodyFacts;
import org.convergence.outreach.assembly.domain.BodyKind;
import org.convergence.outreach.assembly.domain.BodyQueries;
import org.convergence.outreach.assembly.domain.BodyService;
import org.convergence.outreach.assembly.domain.RuleSet;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.actionplan.PlanLineOptions;
import org.convergence.plan.realisation.RealisationGuesser;
import org.convergence.plan.realisation.RealisationGuesser.RealisationGuess;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
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
import org.springframework.web.servlet.ModelAndView;

/** Adds, shows, corrects and ends bodies. */
@Controller
@RequestMapping("/outreach/assembly/bodies")
@Requires(AssemblyPermissions.KEEP)
record BodyController(
        BodyPageAssembler pages,
        BodyQueries bodies,
        BodyService bodyService,
        AssemblyConflictBuilder versions,
        OrganisationSettings settings,
        PlanLineOptions lines,
        RealisationGuesser guesser) {

    private record BodyChange(int version, BodyFacts facts) {}

    private record BodyInput(BodyFacts facts, RuleSet rules) {}

    /** The form proposes the usual standing items of the kind, which the address may name. */
    @GetMapping("/new")
    ModelAndView newBody(Form address, Words t) {
        BodyKind asked = address.value("kind").equals(BodyKind.GENERAL.name()) ? BodyKind.GENERAL : BodyKind.BOARD;
        Form form = BodyRulesForm.toForm(RuleSet.defaultsFrom(settings.today()))
                .with("kind", asked)
                .with("line", proposeLine(t.say(asked.key()), t))
                .with("standing", t.say("assembly.standing." + asked.name()).replace(" | ", "\n"));
        return foundPage(form);
    }

    @PostMapping("/new")
    ModelAndView newBody(Form form) {
        return form.submit(
                answers -> new BodyInput(BodyForm.facts(form, answers), BodyRulesForm.read(form, answers)),
                founded -> SeeOther.to(AssemblyUrls.body(bodyService
                                .create(founded.facts(), founded.rules())
                                .value()))
                        .withNotice("assembly.body.founded", founded.facts().name()),
                () -> foundPage(form));
    }

    /** The line of the plan that speaks of such meetings, if one does. */
    private @Nullable ActionId proposeLine(String body, Words t) {
        String meetings = t.say("assembly.body.meetings", body);
        return guesser.guess(List.of(meetings)).getOrDefault(meetings, RealisationGuess.NOTHING).lines().stream()
                .map(PlanLine::id)
                .findFirst()
                .orElse(null);
    }

    private ModelAndView foundPage(Form form) {
        return PageView.of(
                "outreach/assembly/body-form",
                new AssemblyFormPage(
                        "assembly.body.new",
                        null,
                        AssemblyUrls.HOME + "/bodies/new",
                        AssemblyUrls.HOME,
                        form,
                        null,
                        null,
                        lines.find(form, "line")));
    }

    /** Shows the seats and rules of a day ({@code on}), by default today. */
    @GetMapping("/{id}")
    @Requires(AssemblyPermissions.READ)
    ModelAndView show(@PathVariable UUID id, Form asked, Words t) {
        LocalDate on = asked.filled("on") ? asked.read(answers -> answers.date("on")) : settings.today();
        return PageView.of("outreach/assembly/body", pages.assemble(new BodyId(id), on, t));
    }

    @GetMapping("/{id}/edit")
    ModelAndView edit(@PathVariable UUID id) {
        Body body = bodies.findById(new BodyId(id));
        Form form = BodyForm.toForm(body.facts()).atVersion(body.version());
        return edit(body, form, null);
    }

    @PostMapping("/{id}/edit")
    ModelAndView edit(@PathVariable UUID id, Form form, Words t) {
        Body body = bodies.findById(new BodyId(id));
        return form.submit(
                answers -> new BodyChange(answers.version(), BodyForm.facts(form, answers)),
                corrected -> {
                    bodyService.correct(body.typedId(), corrected.version(), corrected.facts());
                    return SeeOther.to(AssemblyUrls.body(id)).withNotice("assembly.saved");
                },
                () -> edit(body, form, null),
                since -> {
                    Body now = bodies.findById(body.typedId());
                    Form theirs = BodyForm.toForm(now.facts()).atVersion(now.version());
                    return edit(now, form, versions.bodyConflict(form, theirs, now.typedId(), since, t));
                });
    }

    private ModelAndView edit(Body body, Form form, @Nullable Conflict conflict) {
        return PageView.of(
                "outreach/assembly/body-form",
                AssemblyFormPage.of("assembly.body.edit", about(body), AssemblyUrls.body(body.id()) + "/edit", form)
                        .withLines(lines.find(form, "line"))
                        .withConflict(conflict));
    }

    @GetMapping("/{id}/end")
    ModelAndView end(@PathVariable UUID id) {
        return end(bodies.findById(new BodyId(id)), Form.blank().with("on", settings.today()));
    }

    @PostMapping("/{id}/end")
    ModelAndView end(@PathVariable UUID id, Form form) {
        Body body = bodies.findById(new BodyId(id));
        return form.submit(
                answers -> answers.date("on"),
                day -> bodyService.end(body.typedId(), day),
                SeeOther.to(AssemblyUrls.body(id))
                        .withNotice("assembly.body.ended.said", body.name())
                        .withUndo(AssemblyUrls.body(id) + "/reopen"),
                () -> end(body, form));
    }

    private static ModelAndView end(Body body, Form form) {
        return PageView.of(
                "outreach/assembly/body-end",
                AssemblyFormPage.of("assembly.body.end", about(body), AssemblyUrls.body(body.id()) + "/end", form));
    }

    @PostMapping("/{id}/reopen")
    ModelAndView reopen(@PathVariable UUID id) {
        bodyService.end(new BodyId(id), null);
        return SeeOther.to(AssemblyUrls.body(id)).withNotice("assembly.saved");
    }

    static PageLink about(Body body) {
        return new PageLink(body.name(), AssemblyUrls.body(body.id()));
    }
}
