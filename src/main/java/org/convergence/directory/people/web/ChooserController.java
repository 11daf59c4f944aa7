package org.convergence.directory.people.web;

import org.convergence.directory.people.PartyChooser;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The matches shown under a field while a name is typed. */
@Controller
@RequestMapping("/directory/people/chooser")
@Requires(PeoplePermissions.READ)
record ChooserController(PartyChooser chooser) {

    private static final int OFFERED = 8;

    @GetMapping("/{kind}")
    ModelAndView offer(@PathVariable String kind, Form form) {
        String field = form.value("field");
        if (!field.matches("[A-Za-z0-9._-]{0,60}")) {
            throw new NotFound("field");
        }
        String typed = form.value(field + "-typed");
        return PageView.fragment(
                "directory/people/chooser-list",
                new ChooserOptionsPage(
                        kind, field + "-list", chooser.findMatches(kind, typed, form.filled("known"), OFFERED)));
    }
}
