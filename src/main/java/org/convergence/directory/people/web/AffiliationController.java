package org.convergence.directory.people.web;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.directory.people.AffiliationId;
import org.convergence.directory.people.AffiliationNature;
import org.convergence.directory.people.ChosenParties;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.OrganisationName;
import org.convergence.directory.people.PartyChooser;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.Period;
import org.convergence.directory.people.domain.AffiliationService;
import org.convergence.directory.people.domain.NewcomerService;
import org.convergence.directory.people.domain.OrganisationQueries;
import org.convergence.directory.people.web.OrganisationPageAssembler.OrganisationPage;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The affiliations of an organisation: created, corrected, ended, deleted. */
@Controller
@RequestMapping("/directory/people")
@Requires(PeoplePermissions.EDIT)
record AffiliationController(
        AffiliationService affiliations,
        NewcomerService newcomers,
        OrganisationQueries organisations,
        PeopleDirectory people,
        PartyChooser chooser) {

    private record AffiliationInput(ChosenParties<OrganisationId> parents, AffiliationNature nature, Period period) {}

    private record AffiliationChange(int version, AffiliationNature nature, Period period) {}

    @GetMapping("/organisations/{id}/affiliations/new")
    ModelAndView add(@PathVariable OrganisationId id, Words t) {
        OrganisationQueries.OrganisationVersion member = organisations.findById(id);
        return addition(
                member,
                Form.blank()
                        .with("nature", AffiliationNature.usualOf(member.facts().kind())),
                t);
    }

    @PostMapping("/organisations/{id}/affiliations/new")
    ModelAndView add(@PathVariable OrganisationId id, Form form, Words t) {
        OrganisationQueries.OrganisationVersion member = organisations.findById(id);
        return form.submit(
                answers -> {
                    ChosenParties<OrganisationId> parents =
                            chooser.chosenOrganisations(form, "parents", OrganisationController.MOST_PARENTS);
                    if (parents.isEmpty() && form.problem("parents") == null) {
                        form.reject("parents", "people.affiliation.whom");
                    }
                    return new AffiliationInput(
                            parents, answers.choice("nature", AffiliationNature.class), PeriodForm.read(form, answers));
                },
                said -> {
                    newcomers.affiliate(member.id(), said.parents(), said.nature(), said.period());
                    return SeeOther.to(OrganisationPageAssembler.url(member.id()))
                            .withNotice("people.affiliation.said");
                },
                () -> addition(member, form, t));
    }

    private ModelAndView addition(OrganisationQueries.OrganisationVersion member, Form form, Words t) {
        return page(new AffiliationFormPage(
                new OrganisationPage.PartyLink(member.facts().name(), OrganisationPageAssembler.url(member.id())),
                chooser.organisations(form, "parents", OrganisationController.MOST_PARENTS, List.of()),
                null,
                DirectoryFormatter.natures(t),
                OrganisationPageAssembler.url(member.id()) + "/affiliations/new",
                null,
                form));
    }

    @GetMapping("/affiliations/{id}")
    ModelAndView correct(@PathVariable AffiliationId id, Words t) {
        AffiliationService.AffiliationDetails said = affiliations.findById(id);
        Form form = PeriodForm.fill(Form.blank().with("nature", said.nature()), said.period());
        return correction(id.value(), said, form.atVersion(said.version()), t);
    }

    @PostMapping("/affiliations/{id}")
    ModelAndView correct(@PathVariable UUID id, Form form, Words t) {
        AffiliationId affiliation = new AffiliationId(id);
        AffiliationService.AffiliationDetails said = affiliations.findById(affiliation);
        return form.submit(
                answers -> new AffiliationChange(
                        answers.version(),
                        answers.choice("nature", AffiliationNature.class),
                        PeriodForm.read(form, answers)),
                correction -> affiliations.update(
                        affiliation, correction.version(), correction.nature(), correction.period()),
                SeeOther.to(OrganisationPageAssembler.url(said.member())).withNotice("people.saved"),
                () -> correction(id, said, form, t));
    }

    @PostMapping("/affiliations/{id}/withdraw")
    ModelAndView withdraw(@PathVariable UUID id, Form form, Words t) {
        AffiliationId affiliation = new AffiliationId(id);
        AffiliationService.AffiliationDetails said = affiliations.findById(affiliation);
        return form.submit(
                answers -> answers.version(),
                version -> affiliations.delete(affiliation, version),
                SeeOther.to(OrganisationPageAssembler.url(said.member()))
                        .withNotice("people.affiliation.withdrawn")
                        .withUndo("/directory/people/affiliations/" + id + "/withdraw/undo"),
                () -> correction(id, said, form, t));
    }

    @PostMapping("/affiliations/{id}/withdraw/undo")
    ModelAndView bringBack(@PathVariable AffiliationId id) {
        affiliations.restore(id);
        return SeeOther.to(
                        OrganisationPageAssembler.url(affiliations.findById(id).member()))
                .withNotice("people.affiliation.back");
    }

    private ModelAndView correction(UUID id, AffiliationService.AffiliationDetails said, Form form, Words t) {
        var names = people.organisationNames(List.of(said.member(), said.parent()));
        String url = "/directory/people/affiliations/" + id;
        return page(new AffiliationFormPage(
                link(Objects.requireNonNull(names.get(said.member()))),
                null,
                link(Objects.requireNonNull(names.get(said.parent()))),
                DirectoryFormatter.natures(t),
                url,
                url + "/withdraw",
                form));
    }

    private static OrganisationPage.PartyLink link(OrganisationName name) {
        return new OrganisationPage.PartyLink(name.inFull(), OrganisationPageAssembler.url(name.id()));
    }

    private static ModelAndView page(AffiliationFormPage page) {
        return PageView.of("directory/people/affiliation-form", page);
    }
}
