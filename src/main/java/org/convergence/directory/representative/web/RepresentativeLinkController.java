package org.convergence.directory.representative.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PartyUrls;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.representative.RepresentativePermissions;
import org.convergence.directory.representative.domain.RepresentativeLetterSender;
import org.convergence.directory.representative.domain.RepresentativeLinkService;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.mail.LetterFormatter;
import org.convergence.platform.mail.LetterStatus;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.mail.MailingConfirmation;
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

/** Creates, sends and revokes the links of an organisation. */
@Controller
@RequestMapping("/directory/representative/of/{organisation}")
@Requires(RepresentativePermissions.KEEP)
record RepresentativeLinkController(
        RepresentativeLinkService links,
        RepresentativeLetterSender letters,
        LetterStatusService statuses,
        PeopleDirectory people) {

    static String url(UUID organisation) {
        return "/directory/representative/of/" + organisation;
    }

    @GetMapping
    ModelAndView show(@PathVariable OrganisationId organisation, Words t) {
        return page(organisation, null, t);
    }

    /** This response is the only one that contains the link's address. */
    @PostMapping("/link")
    ModelAndView make(@PathVariable OrganisationId organisation, Words t) {
        return page(organisation, links.create(organisation).toString(), t);
    }

    /** Shows the letter to be sent. */
    @GetMapping("/letter/{person}")
    ModelAndView confirm(@PathVariable OrganisationId organisation, @PathVariable PersonId person, Words t) {
        String url = url(organisation.value());
        return new MailingConfirmation(
                        t.say("representative.send"),
                        t.say("representative.links.of", name(organisation)),
                        url,
                        null,
                        letters.preview(organisation, person),
                        url + "/letter/" + person.value(),
                        true)
                .view();
    }

    @PostMapping("/letter/{person}")
    ModelAndView send(@PathVariable OrganisationId organisation, @PathVariable PersonId person) {
        letters.send(organisation, person);
        String url = url(organisation.value());
        return statuses.notePosted(SeeOther.to(url)).withUndo(url + "/letter/take-back");
    }

    @PostMapping("/letter/take-back")
    ModelAndView takeBack(@PathVariable OrganisationId organisation) {
        return SeeOther.to(url(organisation.value()))
                .withNotice("representative.letter.taken-back", letters.takeBack(organisation));
    }

    @PostMapping("/link/{link}/take-back")
    ModelAndView takeBack(@PathVariable OrganisationId organisation, @PathVariable UUID link) {
        links.revoke(organisation, link);
        return SeeOther.to(url(organisation.value())).withNotice("representative.link.taken-back");
    }

    private String name(OrganisationId id) {
        return Optional.ofNullable(people.organisationNames(List.of(id)).get(id))
                .orElseThrow(() -> new NotFound("organisation"))
                .name();
    }

    private ModelAndView page(OrganisationId id, @Nullable String address, Words t) {
        LetterStatus letter = letters.findStatus(id);
        return PageView.of(
                "directory/representative/links",
                new RepresentativeLinksPage(
                        name(id),
                        PartyUrls.of(id),
                        url(id.value()),
                        address,
                        letter,
                        letters.findRecipients(id).stream()
                                .map(each ->
                                        Option.of(each.who().id(), each.who().name() + " – " + each.mail()))
                                .toList(),
                        links.findValid(id).stream()
                                .map(each -> new RepresentativeLinksPage.RepresentativeLinkRow(
                                        each.id().toString(),
                                        t.say("representative.link.made", each.madeAt(), each.until()),
                                        detail(each, letter, t)))
                                .toList()));
    }

    /** The opening of a link; the state of its letter where that has not left. */
    private static String detail(
            RepresentativeLinkService.RepresentativeLink link, @Nullable LetterStatus letter, Words t) {
        if (link.openedAt() != null) {
            return t.say("representative.link.opened", link.openedAt());
        }
        if (link.byMail()
                && letter != null
                && !letter.state().hasLeft()
                && !link.madeAt().isBefore(letter.postedAt())) {
            return t.say("representative.link.unsent", LetterFormatter.state(letter, t));
        }
        return t.say("representative.link.unopened");
    }
}
