package org.convergence.cooperation.partner.web;

import java.util.List;
import java.util.UUID;
import org.convergence.cooperation.partner.PartnerDueId;
import org.convergence.cooperation.partner.PartnerId;
import org.convergence.cooperation.partner.PartnerPermissions;
import org.convergence.cooperation.partner.PartnerStage;
import org.convergence.cooperation.partner.domain.PartnerFacts;
import org.convergence.cooperation.partner.domain.PartnerQueries;
import org.convergence.cooperation.partner.domain.PartnerQueries.PartnerRow;
import org.convergence.cooperation.partner.domain.PartnerService;
import org.convergence.cooperation.partner.web.PartnerForm.DueSide;
import org.convergence.cooperation.partner.web.PartnerPage.PartnerFormPage;
import org.convergence.cooperation.project.PartnerChooser;
import org.convergence.cooperation.project.PartnerChooser.ChosenPartner;
import org.convergence.directory.people.PartyChooser;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
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

/** One partner: following it, its page, what is due both ways, and its agreements. */
@Controller
@RequestMapping("/cooperation/partner")
@Requires(PartnerPermissions.FOLLOW)
class PartnerController {

    private final PartnerService partners;
    private final PartnerQueries queries;
    private final PartnerForm forms;
    private final PartnerChooser partnerChooser;
    private final PartyChooser chooser;
    private final PartnerPageAssembler pages;
    private final OrganisationSettings settings;

    PartnerController(
            PartnerService partners,
            PartnerQueries queries,
            PartnerForm forms,
            PartnerChooser partnerChooser,
            PartyChooser chooser,
            PartnerPageAssembler pages,
            OrganisationSettings settings) {
        this.partners = partners;
        this.queries = queries;
        this.forms = forms;
        this.partnerChooser = partnerChooser;
        this.chooser = chooser;
        this.pages = pages;
        this.settings = settings;
    }

    @GetMapping("/new")
    ModelAndView open(Form asked) {
        Form form = Form.blank()
                .with(PartnerForm.STAGE.name(), PartnerStage.ACTIVE)
                .with(PartnerChooser.ORGANISATION, asked.value(PartnerChooser.ORGANISATION))
                .with(PartnerChooser.PERSON, asked.value(PartnerChooser.PERSON));
        return formPage(form, null);
    }

    private record NewPartnerInput(ChosenPartner partner, PartnerFacts facts) {}

    @PostMapping("/new")
    ModelAndView add(Form form) {
        return form.submit(
                answers -> new NewPartnerInput(partnerChooser.read(answers), forms.read(answers)),
                input -> SeeOther.to(PartnerPage.url(partners.add(partnerChooser.find(input.partner()), input.facts())))
                        .withNotice("partner.added"),
                () -> formPage(form, null));
    }

    @GetMapping("/{id}/edit")
    ModelAndView edit(@PathVariable PartnerId id, Words t) {
        PartnerRow it = queries.findById(id);
        return formPage(PartnerForm.open(it, t), it);
    }

    private record PartnerCorrection(int version, PartnerFacts facts) {}

    @PostMapping("/{id}/edit")
    ModelAndView edit(@PathVariable PartnerId id, Form form) {
        return form.submit(
                answers -> new PartnerCorrection(answers.version(), forms.read(answers)),
                input -> {
                    partners.correct(id, input.version(), input.facts());
                    return SeeOther.to(PartnerPage.url(id)).withNotice("partner.saved");
                },
                () -> formPage(form, queries.findById(id)));
    }

    private ModelAndView formPage(Form form, @Nullable PartnerRow it) {
        String url = it == null ? PartnerPage.LIST : PartnerPage.url(it.id());
        return PageView.of(
                "cooperation/partner/partner-form",
                new PartnerFormPage(
                        it == null ? "partner.new" : "partner.edit",
                        it == null ? null : it.name(),
                        url + (it == null ? "/new" : "/edit"),
                        url,
                        form,
                        it == null ? partnerChooser.organisation(form) : null,
                        it == null ? partnerChooser.person(form) : null,
                        chooser.persons(form, PartnerForm.OUR_LEAD, 1, List.of()),
                        chooser.persons(form, PartnerForm.THEIR_LEAD, 1, List.of())));
    }

    @GetMapping("/{id}")
    @Requires(PartnerPermissions.READ)
    ModelAndView show(@PathVariable PartnerId id, Words t) {
        Form form = Form.blank()
                .with(PartnerForm.SIDE.name(), DueSide.OURS)
                .with(PartnerForm.SIGNED.name(), settings.today());
        return page(id, form, t);
    }

    private ModelAndView page(PartnerId id, Form form, Words t) {
        boolean follows = CurrentActor.get().may(PartnerPermissions.FOLLOW);
        return PageView.of(
                "cooperation/partner/partner", pages.assemble(queries.findById(id), follows ? form : null, t));
    }

    @PostMapping("/{id}/due")
    ModelAndView addDue(@PathVariable PartnerId id, Form form, Words t) {
        return form.submit(
                PartnerForm::readDue,
                due -> {
                    partners.addDue(id, due);
                    return SeeOther.to(PartnerPage.url(id)).withNotice("partner.saved");
                },
                () -> page(id, form, t));
    }

    @PostMapping("/{id}/due/{due}/done")
    ModelAndView done(@PathVariable PartnerId id, @PathVariable PartnerDueId due) {
        partners.markDone(due);
        return SeeOther.to(PartnerPage.url(id))
                .withNotice("partner.due-done")
                .withUndo(PartnerPage.url(id) + "/due/" + due.value() + "/open");
    }

    @PostMapping("/{id}/due/{due}/open")
    ModelAndView undone(@PathVariable PartnerId id, @PathVariable PartnerDueId due) {
        partners.markOpen(due);
        return SeeOther.to(PartnerPage.url(id)).withNotice("partner.due-open");
    }

    @PostMapping("/{id}/agreements")
    ModelAndView addAgreement(@PathVariable PartnerId id, Form form, Words t) {
        return form.submit(
                PartnerForm::readAgreement,
                agreement -> {
                    partners.addAgreement(id, agreement);
                    return SeeOther.to(PartnerPage.url(id)).withNotice("partner.saved");
                },
                () -> page(id, form, t));
    }

    @PostMapping("/{id}/agreements/{agreement}/remove")
    ModelAndView removeAgreement(@PathVariable PartnerId id, @PathVariable UUID agreement) {
        partners.removeAgreement(id, agreement);
        return SeeOther.to(PartnerPage.url(id)).withNotice("partner.saved");
    }
}
