package org.convergence.resources.membership.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.OrganisationName;
import org.convergence.directory.people.PartyUrls;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.resources.membership.HeadcountId;
import org.convergence.resources.membership.HeadcountReader;
import org.convergence.resources.membership.HeadcountStatus;
import org.convergence.resources.membership.MembershipPermissions;
import org.convergence.resources.membership.domain.CategoryFacts;
import org.convergence.resources.membership.domain.HeadcountFacts;
import org.convergence.resources.membership.domain.HeadcountService;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Records, confirms and withdraws headcounts. */
@Controller
@RequestMapping("/resources/membership/headcounts")
@Requires(MembershipPermissions.DECLARE)
record HeadcountController(HeadcountService headcounts, PeopleDirectory people, OrganisationSettings settings) {

    @GetMapping("/of/{organisation}")
    ModelAndView declare(@PathVariable UUID organisation) {
        return page(
                organisation(organisation),
                Form.blank().with("countedOn", settings.today()).with("status", HeadcountStatus.DECLARED));
    }

    @PostMapping("/of/{organisation}")
    ModelAndView declare(@PathVariable UUID organisation, Form form) {
        OrganisationName of = organisation(organisation);
        return form.submit(
                answers -> read(of.id(), form, answers),
                facts -> {
                    SeeOther home = SeeOther.to(PartyUrls.of(of.id()));
                    return headcounts
                            .declareOnce(facts)
                            .map(id -> home.withNotice("membership.headcount.said", facts.number())
                                    .withUndo(url(id.value()) + "/withdraw"))
                            .orElseGet(() ->
                                    home.withNotice("membership.headcount.stands", facts.number(), facts.countedOn()));
                },
                () -> page(of, form));
    }

    /** Confirms a declared headcount. */
    @PostMapping("/{id}/confirm")
    ModelAndView confirm(@PathVariable UUID id) {
        OrganisationId of = headcounts.findOrganisation(new HeadcountId(id));
        HeadcountId confirmed = headcounts.confirm(new HeadcountId(id));
        return SeeOther.to(PartyUrls.of(of))
                .withNotice("membership.headcount.confirmed")
                .withUndo(url(confirmed.value()) + "/withdraw");
    }

    @PostMapping("/{id}/withdraw")
    ModelAndView withdraw(@PathVariable UUID id) {
        OrganisationId of = headcounts.findOrganisation(new HeadcountId(id));
        headcounts.withdraw(new HeadcountId(id), true);
        return SeeOther.to(PartyUrls.of(of))
                .withNotice("membership.headcount.withdrawn")
                .withUndo(url(id) + "/restore");
    }

    @PostMapping("/{id}/restore")
    ModelAndView restore(@PathVariable UUID id) {
        OrganisationId of = headcounts.findOrganisation(new HeadcountId(id));
        headcounts.withdraw(new HeadcountId(id), false);
        return SeeOther.to(PartyUrls.of(of)).withNotice("membership.saved");
    }

    static String url(UUID id) {
        return MemberListPage.LIST + "/headcounts/" + id;
    }

    private static HeadcountFacts read(OrganisationId of, Form form, FormValues answers) {
        int number = HeadcountReader.read(form.value("number"))
                .filter(read -> read <= CategoryFacts.MOST)
                .orElseGet(() -> whole(answers));
        return read(of, number, answers);
    }

    /** Strict parsing, for programs: 1.234 is refused. */
    static int whole(FormValues answers) {
        return answers.wholeNumber("number", 0, CategoryFacts.MOST);
    }

    static HeadcountFacts read(OrganisationId of, int number, FormValues answers) {
        return new HeadcountFacts(
                of,
                answers.date("countedOn"),
                number,
                answers.choice("status", HeadcountStatus.class),
                answers.optionalText("saidBy", 200),
                answers.optionalText("evidence", 500));
    }

    private static ModelAndView page(OrganisationName of, Form form) {
        String member = PartyUrls.of(of.id());
        return PageView.of(
                "resources/membership/headcount-form",
                MembershipFormPage.of(
                        "membership.headcount.new",
                        new MembershipFormPage.FormSubject(of.inFull(), member),
                        MemberListPage.LIST + "/headcounts/of/" + of.id().value(),
                        member,
                        form));
    }

    private OrganisationName organisation(UUID id) {
        Map<OrganisationId, OrganisationName> names = people.organisationNames(List.of(new OrganisationId(id)));
        return names.values().stream().findFirst().orElseThrow(() -> new NotFound("organisation"));
    }
}
