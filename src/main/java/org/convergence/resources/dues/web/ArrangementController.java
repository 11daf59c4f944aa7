package org.convergence.resources.dues.web;

import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.Chooser;
import org.convergence.directory.people.Chosen;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.OrganisationName;
import org.convergence.directory.people.PartyPage;
import org.convergence.directory.people.People;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.shell.Answers;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.Page;
import org.convergence.resources.dues.DuesPermissions;
import org.convergence.resources.dues.domain.Arrangement;
import org.convergence.resources.dues.domain.Arrangements;
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
class ArrangementController {

    private static final String PAYER = "payer";

    private final Arrangements arrangements;
    private final Chooser chooser;
    private final People people;

    ArrangementController(Arrangements arrangements, Chooser chooser, People people) {
        this.arrangements = arrangements;
        this.chooser = chooser;
        this.people = people;
    }

    @GetMapping
    ModelAndView show(@PathVariable UUID organisation) {
        OrganisationName of = name(organisation);
        Arrangements.Said said = arrangements.of(of.id());
        Arrangement it = said.arrangement();
        Form form = Form.blank()
                .at(said.version())
                .with(PAYER, it.payer() == null ? List.of() : List.of(it.payer()))
                .with("post", it.byPost())
                .with("address", it.address())
                .with("instance", it.instance())
                .with("meets", it.meetsOn())
                .with("note", it.note());
        return page(of, form);
    }

    private record Changed(int version, Arrangement arrangement) {}

    @PostMapping
    ModelAndView say(@PathVariable UUID organisation, Form form) {
        OrganisationName of = name(organisation);
        return form.submit(
                answers -> read(of.id(), form, answers),
                changed -> {
                    arrangements.say(changed.version(), changed.arrangement());
                    return Go.to(PartyPage.of(of.id())).saying("dues.saved");
                },
                () -> page(of, form));
    }

    private Changed read(OrganisationId organisation, Form form, Answers answers) {
        Chosen<OrganisationId> payer = chooser.chosenOrganisations(form, PAYER, 1);
        return new Changed(
                answers.version(),
                new Arrangement(
                        organisation,
                        payer.newcomers().isEmpty()
                                ? payer.first()
                                : people.organisationNamed(payer.newcomers().get(0)),
                        answers.flag("post"),
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
        return Page.of(
                "resources/dues/arrangement",
                new ArrangementPage(
                        of.name(),
                        PartyPage.of(of.id()),
                        Urls.arrangement(of.id()),
                        form,
                        chooser.organisations(form, PAYER, 1, List.of())));
    }
}
