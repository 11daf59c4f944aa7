package org.convergence.resources.dues.web;

import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.ChosenParties;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.OrganisationName;
import org.convergence.directory.people.PartyChooser;
import org.convergence.directory.people.PartyUrls;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.resources.dues.DuesPermissions;
import org.convergence.resources.dues.domain.PaymentArrangement;
import org.convergence.resources.dues.domain.PaymentArrangementService;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Shows and edits how an organisation pays its dues. */
@Controller
@RequestMapping("/resources/dues/arrangements/of/{organisation}")
@Requires(DuesPermissions.ARRANGE)
record ArrangementController(PaymentArrangementService arrangements, PartyChooser chooser, PeopleDirectory people) {

    private static final String PAYER = "payer";

    @GetMapping
    ModelAndView show(@PathVariable UUID organisation) {
        OrganisationName of = name(organisation);
        PaymentArrangementService.VersionedArrangement said = arrangements.findFor(of.id());
        PaymentArrangement it = said.arrangement();
        Form form = Form.blank()
                .atVersion(said.version())
                .with(PAYER, it.payer() == null ? List.of() : List.of(it.payer()))
                .with("post", it.byPost())
                .with("address", it.address())
                .with("instance", it.instance())
                .with("meets", it.meetsOn())
                .with("note", it.note());
        return page(of, form);
    }

    private record ArrangementChange(int version, PaymentArrangement arrangement) {}

    @PostMapping
    ModelAndView save(@PathVariable UUID organisation, Form form) {
        OrganisationName of = name(organisation);
        return form.submit(
                answers -> read(of.id(), form, answers),
                changed -> arrangements.save(changed.version(), changed.arrangement()),
                SeeOther.to(PartyUrls.of(of.id())).withNotice("dues.saved"),
                () -> page(of, form));
    }

    private ArrangementChange read(OrganisationId organisation, Form form, FormValues answers) {
        ChosenParties<OrganisationId> payer = chooser.chosenOrganisations(form, PAYER, 1);
        return new ArrangementChange(
                answers.version(),
                new PaymentArrangement(
                        organisation,
                        payer.newcomers().isEmpty()
                                ? payer.first()
                                : people.findOrCreateOrganisation(
                                        payer.newcomers().get(0)),
                        answers.checkbox("post"),
                        answers.optionalText("address", 500),
                        answers.optionalText("instance", 200),
                        answers.optionalDate("meets"),
                        answers.optionalText("note", 1000)));
    }

    private OrganisationName name(UUID organisation) {
        OrganisationName name = people.organisationNames(List.of(new OrganisationId(organisation)))
                .get(new OrganisationId(organisation));
        if (name == null) {
            throw new NotFound("organisation");
        }
        return name;
    }

    private ModelAndView page(OrganisationName of, Form form) {
        return PageView.of(
                "resources/dues/arrangement",
                new ArrangementPage(
                        of.name(),
                        PartyUrls.of(of.id()),
                        DuesUrls.arrangement(of.id()),
                        form,
                        chooser.organisations(form, PAYER, 1, List.of())));
    }
}
