package org.convergence.identity.web;

import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.PartyUrls;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.PersonName;
import org.convergence.identity.IdentityPermissions;
import org.convergence.identity.domain.AccountLinkService;
import org.convergence.identity.domain.AccountLinkService.NamedAccount;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Links accounts to a person of the directory. */
@Controller
@RequestMapping("/identity/persons/{person}")
@Requires(IdentityPermissions.LINK)
record PersonAccountController(AccountLinkService accounts) {

    static String url(PersonId person) {
        return "/identity/persons/" + person.value();
    }

    @GetMapping
    ModelAndView show(@PathVariable PersonId person) {
        PersonName name = accounts.findPerson(person);
        List<NamedAccount> free = accounts.findUnlinked(name);
        Form form = Form.blank();
        if (!free.isEmpty() && free.get(0).likely()) {
            form.with("account", free.get(0).id());
        }
        return show(name, form);
    }

    private ModelAndView show(PersonName name, Form form) {
        List<Option> free = accounts.findUnlinked(name).stream()
                .map(each -> new Option(each.id().toString(), each.name()))
                .toList();
        return PageView.of(
                "identity/person-account",
                new PersonAccountPage(
                        name.name(), url(name.id()), PartyUrls.of(name.id()), accounts.findByPerson(name), free, form));
    }

    @PostMapping
    ModelAndView link(@PathVariable PersonId person, Form form) {
        var id = person;
        PersonName name = accounts.findPerson(id);
        return form.submit(
                answers -> answers.id("account"),
                account -> accounts.link(account, id),
                SeeOther.to(PartyUrls.of(id)).withNotice("identity.person.linked", name.name()),
                () -> show(name, form));
    }

    @PostMapping("/{account}/unlink")
    ModelAndView unlink(@PathVariable PersonId person, @PathVariable UUID account) {
        accounts.unlink(account, person);
        return SeeOther.to(url(person)).withNotice("identity.person.unlinked");
    }
}
