package org.convergence.directory.consent.web;

import org.convergence.directory.consent.ConsentPermissions;
import org.convergence.directory.consent.domain.ReturnedAddresses;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Marks a bounced address as working again. */
@Controller
@Requires(ConsentPermissions.RECORD)
class ReturnedController {

    private final ReturnedAddresses addresses;

    ReturnedController(ReturnedAddresses addresses) {
        this.addresses = addresses;
    }

    @PostMapping("/directory/consent/returned/works")
    ModelAndView works(Form form) {
        addresses.works(form.value("address"));
        return Go.back(form.value("back"), "/directory/people/persons").saying("consent.returned.works.said");
    }
}
