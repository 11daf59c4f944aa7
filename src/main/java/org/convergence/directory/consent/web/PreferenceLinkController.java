package org.convergence.directory.consent.web;

import java.util.UUID;
import org.convergence.directory.consent.ConsentPermissions;
import org.convergence.directory.consent.PreferenceLinkIssuer;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.PersonName;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Creates a link to a person's preferences, and shows it once. */
@Controller
@RequestMapping("/directory/consent/persons/{id}/link")
@Requires(ConsentPermissions.RECORD)
class PreferenceLinkController {

    private final PreferenceLinkIssuer links;
    private final ConsentPersonPageAssembler pages;

    PreferenceLinkController(PreferenceLinkIssuer links, ConsentPersonPageAssembler pages) {
        this.links = links;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView ask(@PathVariable UUID id) {
        PersonName name = pages.requireName(new PersonId(id));
        return PageView.of(
                "directory/consent/link",
                new PreferenceLinkPage(name.name(), ConsentUrls.person(name.id()), Form.blank(), null));
    }

    /** The secret is shown in the response itself: it must not be in one of our addresses, nor in a cookie. */
    @PostMapping
    ModelAndView make(@PathVariable UUID id) {
        PersonName name = pages.requireName(new PersonId(id));
        return PageView.of(
                "directory/consent/link",
                new PreferenceLinkPage(
                        name.name(),
                        ConsentUrls.person(name.id()),
                        Form.blank(),
                        links.linkFor(name.id()).toString()));
    }
}
