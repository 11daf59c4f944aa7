package org.convergence.directory.consent.web;

import java.util.UUID;
import org.convergence.directory.consent.ConsentPermissions;
import org.convergence.directory.consent.domain.ConsentLedgerService;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.PersonName;
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

/**
 * The consents of one person: the present answers, the entries, and recording a consent, another basis or a withdrawal.
 */
@Controller
@RequestMapping("/directory/consent/persons/{id}")
@Requires(ConsentPermissions.RECORD)
class ConsentController {

    private final ConsentLedgerService ledger;
    private final ConsentPersonPageAssembler pages;
    private final ConsentForm forms;

    ConsentController(ConsentLedgerService ledger, ConsentPersonPageAssembler pages, ConsentForm forms) {
        this.ledger = ledger;
        this.pages = pages;
        this.forms = forms;
    }

    @GetMapping
    @Requires(ConsentPermissions.READ)
    ModelAndView show(@PathVariable UUID id, Words t) {
        return PageView.of("directory/consent/person", pages.assemble(new PersonId(id), t));
    }

    @GetMapping("/yes")
    ModelAndView yes(@PathVariable UUID id, Words t) {
        return form("yes", pages.requireName(new PersonId(id)), forms.blankConsent(), t);
    }

    @PostMapping("/yes")
    ModelAndView yes(@PathVariable UUID id, Form form, Words t) {
        PersonName name = pages.requireName(new PersonId(id));
        return form.submit(
                answers -> forms.readConsent(name.id(), form, answers),
                given -> {
                    ledger.record(given);
                    return SeeOther.to(ConsentUrls.person(name.id())).withNotice("consent.yes.recorded");
                },
                () -> form("yes", name, form, t));
    }

    @GetMapping("/basis")
    ModelAndView basis(@PathVariable UUID id, Words t) {
        return form("basis", pages.requireName(new PersonId(id)), forms.blank(), t);
    }

    @PostMapping("/basis")
    ModelAndView basis(@PathVariable UUID id, Form form, Words t) {
        PersonName name = pages.requireName(new PersonId(id));
        return form.submit(
                answers -> forms.readBasis(name.id(), form, answers),
                given -> {
                    ledger.record(given);
                    return SeeOther.to(ConsentUrls.person(name.id())).withNotice("consent.basis.recorded");
                },
                () -> form("basis", name, form, t));
    }

    @GetMapping("/withdraw")
    ModelAndView withdraw(@PathVariable UUID id, Words t) {
        return form(
                "withdraw", pages.requireName(new PersonId(id)), forms.blank().with("channel", null), t);
    }

    @PostMapping("/withdraw")
    ModelAndView withdraw(@PathVariable UUID id, Form form, Words t) {
        PersonName name = pages.requireName(new PersonId(id));
        return form.submit(
                answers -> forms.readWithdrawal(form, answers),
                no -> {
                    ledger.withdraw(name.id(), no.channel(), no.purpose(), no.day(), no.method(), no.source());
                    return SeeOther.to(ConsentUrls.person(name.id())).withNotice("consent.withdraw.recorded");
                },
                () -> form("withdraw", name, form, t));
    }

    private ModelAndView form(String kind, PersonName name, Form form, Words t) {
        return PageView.of("directory/consent/form", forms.page(kind, name, form, t));
    }
}
