package org.convergence.cooperation.fieldwork.web;

import org.convergence.cooperation.fieldwork.FieldworkPermissions;
import org.convergence.cooperation.fieldwork.domain.PartnerDraftService;
import org.convergence.cooperation.fieldwork.domain.SentEntry.PartnerEntryKind;
import org.convergence.cooperation.fieldwork.web.PartnerEntryPage.PastePage;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PartyChooser;
import org.convergence.platform.access.Requires;
import org.convergence.platform.document.Upload;
import org.convergence.platform.geography.Country;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** A message of a partner, pasted, that becomes a draft. */
@Controller
@RequestMapping("/cooperation/fieldwork/paste")
@Requires(FieldworkPermissions.FOLLOW)
record PartnerMessageController(PartnerDraftService drafts, PartyChooser chooser) {

    private static final String ORGANISATION = "organisation";
    private static final String LANGUAGE = "language";
    private static final String USUAL = "es";

    @GetMapping
    ModelAndView open(Form asked, Words t) {
        return page(
                Form.blank()
                        .with(ORGANISATION, asked.value(ORGANISATION))
                        .with(PartnerEntryForm.KIND.name(), PartnerEntryKind.HAPPENED)
                        .with(LANGUAGE, USUAL),
                t);
    }

    private ModelAndView page(Form form, Words t) {
        return PageView.of(
                "cooperation/fieldwork/paste",
                new PastePage(
                        form, chooser.knownOrganisations(form, ORGANISATION, 1), PartnerLinkController.languages(t)));
    }

    private record PastedMessage(
            OrganisationId organisation,
            PartnerEntryKind kind,
            String message,
            String language,
            Country country,
            @Nullable MultipartFile photo) {}

    @PostMapping
    ModelAndView paste(Form form, Words t) {
        return form.submit(
                this::read,
                pasted -> SeeOther.to(PartnerEntryPage.url(drafts.create(
                                pasted.organisation(),
                                pasted.kind(),
                                pasted.message(),
                                pasted.language(),
                                pasted.country(),
                                pasted.photo() == null ? null : new Upload("photo.jpg", pasted.photo()))))
                        .withNotice(
                                drafts.hasPage(pasted.organisation())
                                        ? "fieldwork.pasted"
                                        : "fieldwork.pasted.no-page"),
                () -> page(form, t));
    }

    private PastedMessage read(FormValues answers) {
        String language = answers.form().filled(LANGUAGE) ? PartnerLinkController.language(answers) : USUAL;
        return new PastedMessage(
                PartnerLinkController.organisation(chooser, answers),
                answers.get(PartnerEntryForm.KIND),
                answers.get(PartnerEntryForm.MESSAGE),
                language,
                PartnerLinkController.country(answers, language),
                answers.files("photo").stream().findFirst().orElse(null));
    }
}
