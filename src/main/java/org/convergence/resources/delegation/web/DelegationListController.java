package org.convergence.resources.delegation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.FieldsRefused;
import org.convergence.platform.shell.FileDownload;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.table.TableFormat;
import org.convergence.platform.table.TableWriter;
import org.convergence.platform.text.Slug;
import org.convergence.platform.text.Words;
import org.convergence.resources.delegation.DelegationPermissions;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Delegates and votes on a day, as a page and as a file for the assembly. */
@Controller
@RequestMapping("/resources/delegation")
@Requires(DelegationPermissions.READ)
class DelegationListController {

    private final DelegationListPageAssembler pages;
    private final OrganisationSettings settings;

    DelegationListController(DelegationListPageAssembler pages, OrganisationSettings settings) {
        this.pages = pages;
        this.settings = settings;
    }

    @GetMapping
    ModelAndView list(Form form, Words t) {
        try {
            return page(form, form.read(pages::readDay), t);
        } catch (FieldsRefused wrong) {
            return PageView.withErrors(page(form, settings.today(), t));
        }
    }

    private ModelAndView page(Form form, LocalDate on, Words t) {
        if (!form.filled("on")) {
            form.with("on", on);
        }
        return PageView.of("resources/delegation/delegations", pages.assemble(form, on, t));
    }

    @GetMapping("/export.{format}")
    void export(@PathVariable String format, Form form, Words t, HttpServletResponse response) throws IOException {
        TableFormat as = TableFormat.findByExtension(format).orElseThrow(() -> new NotFound("format"));
        LocalDate on = form.read(pages::readDay);
        String name = t.say("delegation.menu");
        FileDownload.setHeaders(response, Slug.of(name) + "-" + on + "." + as.extension(), as.mediaType());
        TableWriter.write(as, name, pages.head(t), pages.rows(on, t).iterator(), t, response.getOutputStream());
    }
}
