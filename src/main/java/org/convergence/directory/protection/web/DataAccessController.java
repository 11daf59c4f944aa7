package org.convergence.directory.protection.web;

import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.PartyUrls;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.PersonName;
import org.convergence.directory.protection.ProtectionPermissions;
import org.convergence.directory.protection.domain.DataAccessQueries;
import org.convergence.directory.protection.domain.ProtectionQueries;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Who can access one's own data, for everyone; and a person's data, for staff answering them. */
@Controller
@RequestMapping("/directory/protection")
@Requires(ProtectionPermissions.OWN)
record DataAccessController(DataAccessQueries dataAccessQueries, ProtectionQueries protectionQueries) {

    @GetMapping("/mine")
    ModelAndView showOwn(Words t) {
        return page(null, dataAccessQueries.findOwnName().orElse(null), List.of(), t);
    }

    @GetMapping("/persons/{id}/seen")
    @Requires(ProtectionPermissions.READ)
    ModelAndView showForPerson(@PathVariable UUID id, Words t) {
        PersonName person = dataAccessQueries.requireName(new PersonId(id));
        return page(
                person.name(),
                person,
                protectionQueries.findActions(person.id()).stream()
                        .map(each -> ProtectionFormatter.line(each, t))
                        .toList(),
                t);
    }

    private ModelAndView page(
            @Nullable String name,
            @Nullable PersonName person,
            List<ProtectedPage.IdentityActionLine> opened,
            Words t) {
        boolean opens = person != null && CurrentActor.get().may(PeoplePermissions.READ_PEOPLE);
        return PageView.of(
                "directory/protection/seen",
                new DataAccessPage(
                        name,
                        opens && person != null ? PartyUrls.of(person.id()) : null,
                        dataAccessQueries.findDataAccess().stream()
                                .map(each -> new DataAccessPage.DataAccessLine(
                                        t.say(each.what().key()),
                                        each.who().isEmpty() ? t.say("protection.seen.nobody") : t.list(each.who())))
                                .toList(),
                        opened,
                        dataAccessQueries.findExports().stream()
                                .map(each -> t.say(
                                        "protection.seen.taken.line",
                                        t.dateTime(each.at()),
                                        each.who(),
                                        each.people(),
                                        each.form()))
                                .toList()));
    }
}
