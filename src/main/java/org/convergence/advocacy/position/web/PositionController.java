package org.convergence.advocacy.position.web;

import java.util.ArrayList;
import java.util.List;
import org.convergence.advocacy.position.PositionId;
import org.convergence.advocacy.position.PositionPermissions;
import org.convergence.advocacy.position.PositionState;
import org.convergence.advocacy.position.domain.Position;
import org.convergence.advocacy.position.domain.PositionService;
import org.convergence.advocacy.position.web.PositionPage.PositionFact;
import org.convergence.advocacy.position.web.PositionPage.PositionFormPage;
import org.convergence.advocacy.position.web.PositionPage.PublicationPage;
import org.convergence.directory.people.PartyChooser;
import org.convergence.directory.people.PartyUrls;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
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

/** One position: its page, its form, the second look and the publication. */
@Controller
@RequestMapping("/advocacy/position")
@Requires(PositionPermissions.EDIT)
class PositionController {

    private final PositionService positions;
    private final PositionForm forms;
    private final PartyChooser chooser;
    private final PeopleDirectory people;
    private final OrganisationSettings settings;

    PositionController(
            PositionService positions,
            PositionForm forms,
            PartyChooser chooser,
            PeopleDirectory people,
            OrganisationSettings settings) {
        this.positions = positions;
        this.forms = forms;
        this.chooser = chooser;
        this.people = people;
        this.settings = settings;
    }

    @GetMapping("/{id}")
    @Requires(PositionPermissions.READ)
    ModelAndView show(@PathVariable PositionId id, Words t) {
        return page(id, Form.blank().with(PositionForm.READ_ON.name(), settings.today()), t);
    }

    private ModelAndView page(PositionId id, Form reading, Words t) {
        Position it = positions.findById(id);
        boolean edits = CurrentActor.get().may(PositionPermissions.EDIT);
        boolean published = it.state() == PositionState.PUBLISHED;
        return PageView.of(
                "advocacy/position/show",
                new PositionPage(
                        PositionPage.url(id),
                        it.title(),
                        it.state().tone(),
                        t.say(it.state().key()),
                        PositionListController.detail(it, t),
                        facts(it, t),
                        people.organisationNames(positions.findSignatories(id)).values().stream()
                                .map(each -> new Option(PartyUrls.of(each.id()), each.name()))
                                .toList(),
                        positions.findTexts(id),
                        it.url(),
                        edits && !published,
                        edits
                                        && it.state() == PositionState.DRAFT
                                        && !it.writtenBy()
                                                .equals(CurrentActor.get().id())
                                ? reading
                                : null,
                        edits && it.state() == PositionState.READ,
                        edits && published));
    }

    private static List<PositionFact> facts(Position it, Words t) {
        List<PositionFact> facts = new ArrayList<>();
        facts.add(new PositionFact(
                t.say("position.field.mandate"),
                t.say("position.mandate.text", t.say(it.mandate().key()), it.mandateText(), it.mandateOn())));
        if (it.read() != null) {
            facts.add(new PositionFact(
                    t.say("position.read"),
                    t.say("position.read.text", it.read().by(), it.read().on())));
        }
        if (it.publishedOn() != null) {
            facts.add(new PositionFact(
                    t.say("position.published"), t.say("position.published.text", it.publishedOn(), it.place())));
        }
        return facts;
    }

    @GetMapping("/new")
    ModelAndView open(Words t) {
        return formPage(Form.blank().with(PositionForm.MANDATE_ON.name(), settings.today()), null, t);
    }

    @PostMapping("/new")
    ModelAndView add(Form form, Words t) {
        return form.submit(
                forms::read,
                input -> SeeOther.to(PositionPage.url(positions.create(forms.find(input))))
                        .withNotice("position.saved"),
                () -> formPage(form, null, t));
    }

    @GetMapping("/{id}/edit")
    ModelAndView edit(@PathVariable PositionId id, Words t) {
        Position it = positions.findById(id);
        return formPage(PositionForm.open(it, positions.findTexts(id), positions.findSignatories(id)), it, t);
    }

    @PostMapping("/{id}/edit")
    ModelAndView edit(@PathVariable PositionId id, Form form, Words t) {
        return form.submit(
                forms::read,
                input -> {
                    positions.update(id, input.version(), forms.find(input));
                    return SeeOther.to(PositionPage.url(id)).withNotice("position.saved");
                },
                () -> formPage(form, positions.findById(id), t));
    }

    private ModelAndView formPage(Form form, @Nullable Position it, Words t) {
        String url = it == null ? PositionPage.LIST : PositionPage.url(it.id());
        return PageView.of(
                "advocacy/position/form",
                new PositionFormPage(
                        form,
                        it == null ? "position.new" : "position.edit",
                        url + (it == null ? "/new" : "/edit"),
                        url,
                        it == null ? null : it.title(),
                        PositionForm.countries(t),
                        forms.lines(form),
                        chooser.organisations(
                                form, PositionForm.SIGNATORIES, PositionForm.MOST_SIGNATORIES, List.of())));
    }

    @PostMapping("/{id}/read")
    ModelAndView read(@PathVariable PositionId id, Form form, Words t) {
        return form.submit(
                answers -> answers.get(PositionForm.READ_ON),
                on -> {
                    positions.read(id, on);
                    return SeeOther.to(PositionPage.url(id)).withNotice("position.read.done");
                },
                () -> page(id, form, t));
    }

    @GetMapping("/{id}/publish")
    ModelAndView publish(@PathVariable PositionId id) {
        return publicationPage(Form.blank().with(PositionForm.ON.name(), settings.today()), id);
    }

    @PostMapping("/{id}/publish")
    ModelAndView publish(@PathVariable PositionId id, Form form) {
        return form.submit(
                PositionForm::readPublication,
                publication -> {
                    positions.publish(id, publication);
                    return SeeOther.to(PositionPage.url(id))
                            .withNotice("position.published.done")
                            .withUndo(PositionPage.url(id) + "/take-back");
                },
                () -> publicationPage(form, id));
    }

    private ModelAndView publicationPage(Form form, PositionId id) {
        return PageView.of(
                "advocacy/position/publish",
                new PublicationPage(
                        form, PositionPage.url(id), positions.findById(id).title()));
    }

    @PostMapping("/{id}/take-back")
    ModelAndView takeBack(@PathVariable PositionId id) {
        positions.takeBack(id);
        return SeeOther.to(PositionPage.url(id)).withNotice("position.taken-back");
    }
}
