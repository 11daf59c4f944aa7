package org.convergence.directory.consent.web;

import org.convergence.directory.consent.ConsentPermissions;
import org.convergence.directory.consent.domain.BouncedAddressService;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Marks a bounced address as working again. */
@Controller
@Requires(ConsentPermissions.RECORD)
record BouncedAddressController(BouncedAddressService addresses) {

    @PostMapping("/directory/consent/returned/works")
    ModelAndView works(Form form) {
        addresses.markWorking(form.value("address"));
        return SeeOther.back(form.value("back"), "/directory/people/persons").withNotice("consent.returned.works.said");
    }
}
