package org.convergence.resources.membership.web;

import java.util.HashSet;
import java.util.UUID;
import org.convergence.directory.consent.ConsentPermissions;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.resources.membership.domain.MemberContactService;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Confirms in one gesture that the contacts of member organisations represent them, so that they may be written to. */
@Controller
@RequestMapping(MemberContactController.URL)
@Requires(ConsentPermissions.RECORD)
record MemberContactController(MemberContactService contacts) {

    static final String URL = MemberListPage.LIST + "/contacts";

    @GetMapping
    ModelAndView show() {
        return page(Form.blank());
    }

    private ModelAndView page(Form form) {
        return PageView.of("resources/membership/contacts", new MemberContactPage(contacts.findWithoutBasis(), form));
    }

    @PostMapping
    ModelAndView confirm(Form form) {
        return form.submit(
                answers -> new HashSet<UUID>(answers.ids("person")),
                persons -> SeeOther.to(URL).withNotice("membership.contacts.confirmed", contacts.confirm(persons)),
                () -> page(form));
    }
}
