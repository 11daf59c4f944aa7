package org.convergence.directory.people.web;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.directory.people.AffiliationId;
import org.convergence.directory.people.AffiliationNature;
import org.convergence.directory.people.Chooser;
import org.convergence.directory.people.Chosen;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.OrganisationName;
import org.convergence.directory.people.People;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.Period;
import org.convergence.directory.people.domain.Network;
import org.convergence.directory.people.domain.Newcomers;
import org.convergence.directory.people.domain.OrganisationReading;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.Page;
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
class AffiliationController {

    private final Network network;
    private final Newcomers newcomers;
    private final OrganisationReading reading;
    private final People people;
    private final Chooser chooser;

    AffiliationController(
            Network network, Newcomers newcomers, OrganisationReading reading, People people, Chooser chooser) {
        this.network = network;
        this.newcomers = newcomers;
        this.reading = reading;
        this.people = people;
        this.chooser = chooser;
    }

    private record Telling(Chosen<OrganisationId> parents, AffiliationNature nature, Period period) {}

    private record Correction(int version, AffiliationNature nature, Period period) {}

    @GetMapping("/organisations/{id}/affiliations/new")
    ModelAndView add(@PathVariable UUID id, Words t) {
        OrganisationReading.Entry member = reading.find(new OrganisationId(id));
        return addition(
                member,
                Form.blank()
                        .with("nature", AffiliationNature.usualOf(member.facts().kind())),
                t);
    }

    @PostMapping("/organisations/{id}/affiliations/new")
    ModelAndView add(@PathVariable UUID id, Form form, Words t) {
        OrganisationReading.Entry member = reading.find(new OrganisationId(id));
        return form.submit(
                answers -> {
                    Chosen<OrganisationId> parents =
                            chooser.chosenOrganisations(form, "parents", OrganisationController.MOST_PARENTS);
                    if (parents.isEmpty() && form.problem("parents") == null) {
                        form.reject("parents", "people.affiliation.whom");
                    }
                    return new Telling(
                            parents, answers.choice("nature", AffiliationNature.class), Periods.read(form, answers));
                },
                said -> {
                    newcomers.affiliate(member.id(), said.parents(), said.nature(), said.period());
                    return Go.to(OrganisationPages.url(member.id())).saying("people.affiliation.said");
                },
                () -> addition(member, form, t));
    }

    private ModelAndView addition(OrganisationReading.Entry member, Form form, Words t) {
        return page(new AffiliationFormPage(
                new OrganisationPage.Link(member.facts().name(), OrganisationPages.url(member.id())),
                chooser.organisations(form, "parents", OrganisationController.MOST_PARENTS, List.of()),
                null,
                Saying.natures(t),
                OrganisationPages.url(member.id()) + "/affiliations/new",
                null,
                form));
    }

    @GetMapping("/affiliations/{id}")
    ModelAndView correct(@PathVariable UUID id, Words t) {
        Network.Said said = network.said(new AffiliationId(id));
        Form form = Periods.fill(Form.blank().with("nature", said.nature()), said.period());
        return correction(id, said, form.at(said.version()), t);
    }

    @PostMapping("/affiliations/{id}")
    ModelAndView correct(@PathVariable UUID id, Form form, Words t) {
        AffiliationId affiliation = new AffiliationId(id);
        Network.Said said = network.said(affiliation);
        return form.submit(
                answers -> new Correction(
                        answers.version(),
                        answers.choice("nature", AffiliationNature.class),
                        Periods.read(form, answers)),
                correction -> {
                    network.change(affiliation, correction.version(), correction.nature(), correction.period());
                    return Go.to(OrganisationPages.url(said.member())).saying("people.saved");
                },
                () -> correction(id, said, form, t));
    }

    @PostMapping("/affiliations/{id}/withdraw")
    ModelAndView withdraw(@PathVariable UUID id, Form form, Words t) {
        AffiliationId affiliation = new AffiliationId(id);
        Network.Said said = network.said(affiliation);
        return form.submit(
                answers -> answers.version(),
                version -> {
                    network.withdraw(affiliation, version);
                    return Go.to(OrganisationPages.url(said.member()))
                            .saying("people.affiliation.withdrawn")
                            .undo("/directory/people/affiliations/" + id + "/withdraw/undo");
                },
                () -> correction(id, said, form, t));
    }

    @PostMapping("/affiliations/{id}/withdraw/undo")
    ModelAndView bringBack(@PathVariable UUID id) {
        AffiliationId affiliation = new AffiliationId(id);
        network.bringBack(affiliation);
        return Go.to(OrganisationPages.url(network.said(affiliation).member())).saying("people.affiliation.back");
    }

    private ModelAndView correction(UUID id, Network.Said said, Form form, Words t) {
        var names = people.organisationNames(List.of(said.member(), said.parent()));
        String url = "/directory/people/affiliations/" + id;
        return page(new AffiliationFormPage(
                link(Objects.requireNonNull(names.get(said.member()))),
                null,
                link(Objects.requireNonNull(names.get(said.parent()))),
                Saying.natures(t),
                url,
                url + "/withdraw",
                form));
    }

    private static OrganisationPage.Link link(OrganisationName name) {
        return new OrganisationPage.Link(name.inFull(), OrganisationPages.url(name.id()));
    }

    private static ModelAndView page(AffiliationFormPage page) {
        return Page.of("directory/people/affiliation-form", page);
    }
}
