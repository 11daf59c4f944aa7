package org.convergence.advocacy.treaty.web;

import java.time.LocalDate;
import java.util.Objects;
import org.convergence.advocacy.treaty.TreatyPermissions;
import org.convergence.advocacy.treaty.domain.PetitionPolicy.Parliament;
import org.convergence.advocacy.treaty.domain.PetitionService;
import org.convergence.advocacy.treaty.domain.PetitionService.PetitionFacts;
import org.convergence.advocacy.treaty.domain.TreatyQueries;
import org.convergence.advocacy.treaty.domain.TreatyService.TreatyId;
import org.convergence.advocacy.treaty.web.TreatyPage.PetitionFormPage;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The days of an official petition, and its counts as published. */
@Controller
@RequestMapping("/advocacy/treaty/{id}")
@Requires(TreatyPermissions.FOLLOW)
record PetitionController(PetitionService service, TreatyQueries queries, OrganisationSettings settings) {

    @GetMapping("/petition")
    ModelAndView edit(@PathVariable TreatyId id) {
        return formPage(
                id,
                service.find(id)
                        .map(PetitionForm::open)
                        .orElseGet(() ->
                                Form.blank().atVersion(0).with(PetitionForm.PARLIAMENT.name(), Parliament.CANADA)));
    }

    private record PetitionInput(int version, PetitionFacts facts) {}

    @PostMapping("/petition")
    ModelAndView edit(@PathVariable TreatyId id, Form form) {
        return form.submit(
                answers -> new PetitionInput(answers.version(), PetitionForm.read(answers)),
                input -> {
                    service.save(id, input.version(), input.facts());
                    return saved(id);
                },
                () -> formPage(id, form));
    }

    private ModelAndView formPage(TreatyId id, Form form) {
        return PageView.of(
                "advocacy/treaty/petition-form",
                new PetitionFormPage(
                        TreatyPage.url(id), queries.findById(id).code(), TreatyPage.url(id) + "/petition", form));
    }

    private record CountInput(LocalDate day, int count, String source) {}

    private CountInput readCount(FormValues answers) {
        return new CountInput(
                Objects.requireNonNullElse(answers.find(PetitionForm.COUNTED), settings.today()),
                answers.get(PetitionForm.COUNT),
                answers.get(PetitionForm.COUNT_SOURCE));
    }

    /** On its own page, so that a refusal keeps what was typed. */
    @GetMapping("/counts")
    ModelAndView count(@PathVariable TreatyId id) {
        return countPage(id, Form.blank().with(PetitionForm.COUNTED.name(), settings.today()));
    }

    @PostMapping("/counts")
    ModelAndView count(@PathVariable TreatyId id, Form form) {
        return form.submit(
                this::readCount,
                input -> {
                    service.addCount(id, input.day(), input.count(), input.source());
                    return saved(id);
                },
                () -> countPage(id, form));
    }

    private ModelAndView countPage(TreatyId id, Form form) {
        return PageView.of(
                "advocacy/treaty/petition-form",
                new PetitionFormPage(
                        TreatyPage.url(id), queries.findById(id).code(), TreatyPage.url(id) + "/counts", form));
    }

    private static ModelAndView saved(TreatyId id) {
        return SeeOther.to(TreatyPage.url(id)).withNotice("treaty.saved");
    }
}
