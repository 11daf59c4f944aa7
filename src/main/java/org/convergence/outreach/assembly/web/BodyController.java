package org.convergence.outreach.assembly.web;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.BodyId;
import org.convergence.outreach.assembly.domain.Body;
import org.convergence.outreach.assembly.domain.BodyFacts;
import org.convergence.outreach.assembly.domain.BodyKeeping;
import org.convergence.outreach.assembly.domain.BodyKind;
import org.convergence.outreach.assembly.domain.BodyReading;
import org.convergence.outreach.assembly.domain.RuleSet;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
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
import org.springframework.web.servlet.ModelAndView;

/** Adds, shows, corrects and ends bodies. */
@Controller
@RequestMapping("/outreach/assembly/bodies")
@Requires(AssemblyPermissions.KEEP)
class BodyController {

    private final BodyPages pages;
    private final BodyReading reading;
    private final BodyKeeping keeping;
    private final AssemblyVersions versions;
    private final OrganisationSettings settings;

    BodyController(
            BodyPages pages,
            BodyReading reading,
            BodyKeeping keeping,
            AssemblyVersions versions,
            OrganisationSettings settings) {
        this.versions = versions;
        this.pages = pages;
        this.reading = reading;
        this.keeping = keeping;
        this.settings = settings;
    }

    private record Corrected(int version, BodyFacts facts) {}

    private record Founded(BodyFacts facts, RuleSet rules) {}

    /** The form proposes the usual standing items of the kind, which the address may name. */
    @GetMapping("/new")
    ModelAndView found(Form address, Words t) {
        BodyKind asked = address.value("kind").equals(BodyKind.GENERAL.name()) ? BodyKind.GENERAL : BodyKind.BOARD;
        Form form = RuleForms.of(RuleSet.usual(settings.today()))
                .with("kind", asked)
                .with("standing", t.say("assembly.standing." + asked.name()).replace(" | ", "\n"));
        return foundPage(form);
    }

    @PostMapping("/new")
    ModelAndView found(Form form) {
        return form.submit(
                answers -> new Founded(BodyForms.facts(form, answers), RuleForms.read(form, answers)),
                founded -> Go.to(Urls.body(
                                keeping.found(founded.facts(), founded.rules()).value()))
                        .saying("assembly.body.founded", founded.facts().name()),
                () -> foundPage(form));
    }

    private static ModelAndView foundPage(Form form) {
        return Page.of(
                "outreach/assembly/body-form",
                new FormPage("assembly.body.new", null, Urls.HOME + "/bodies/new", Urls.HOME, form, null, null));
    }

    /** Shows the seats and rules of a day ({@code on}), by default today. */
    @GetMapping("/{id}")
    @Requires(AssemblyPermissions.READ)
    ModelAndView show(@PathVariable UUID id, Form asked, Words t) {
        LocalDate on = asked.filled("on") ? asked.read(answers -> answers.date("on")) : settings.today();
        return Page.of("outreach/assembly/body", pages.of(new BodyId(id), on, t));
    }

    @GetMapping("/{id}/edit")
    ModelAndView edit(@PathVariable UUID id) {
        Body body = reading.one(new BodyId(id));
        return edit(body, BodyForms.of(body.facts()).at(body.version()), null);
    }

    @PostMapping("/{id}/edit")
    ModelAndView edit(@PathVariable UUID id, Form form, Words t) {
        Body body = reading.one(new BodyId(id));
        return form.submit(
                answers -> new Corrected(answers.version(), BodyForms.facts(form, answers)),
                corrected -> {
                    keeping.correct(body.typedId(), corrected.version(), corrected.facts());
                    return Go.to(Urls.body(id)).saying("assembly.saved");
                },
                () -> edit(body, form, null),
                since -> {
                    Body now = reading.one(body.typedId());
                    Form theirs = BodyForms.of(now.facts()).at(now.version());
                    return edit(now, form, versions.ofBody(form, theirs, now.typedId(), since, t));
                });
    }

    private static ModelAndView edit(Body body, Form form, @Nullable Conflict conflict) {
        return Page.of(
                "outreach/assembly/body-form",
                FormPage.of("assembly.body.edit", about(body), Urls.body(body.id()) + "/edit", form)
                        .meeting(conflict));
    }

    @GetMapping("/{id}/end")
    ModelAndView end(@PathVariable UUID id) {
        return end(reading.one(new BodyId(id)), Form.blank().with("on", settings.today()));
    }

    @PostMapping("/{id}/end")
    ModelAndView end(@PathVariable UUID id, Form form) {
        Body body = reading.one(new BodyId(id));
        return form.submit(
                answers -> answers.date("on"),
                day -> {
                    keeping.end(body.typedId(), day);
                    return Go.to(Urls.body(id))
                            .saying("assembly.body.ended.said", body.name())
                            .undo(Urls.body(id) + "/reopen");
                },
                () -> end(body, form));
    }

    private static ModelAndView end(Body body, Form form) {
        return Page.of(
                "outreach/assembly/body-end",
                FormPage.of("assembly.body.end", about(body), Urls.body(body.id()) + "/end", form));
    }

    @PostMapping("/{id}/reopen")
    ModelAndView reopen(@PathVariable UUID id) {
        keeping.end(new BodyId(id), null);
        return Go.to(Urls.body(id)).saying("assembly.saved");
    }

    static Link about(Body body) {
        return new Link(body.name(), Urls.body(body.id()));
    }
}
