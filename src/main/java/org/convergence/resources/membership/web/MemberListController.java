package org.convergence.resources.membership.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
import org.convergence.resources.membership.MembershipPermissions;
import org.convergence.resources.membership.domain.MemberQueries.MemberFilter;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The list of members, as a page and as a file. */
@Controller
@RequestMapping("/resources/membership")
@Requires(MembershipPermissions.READ)
class MemberListController {

    private final MemberListPageAssembler pages;
    private final OrganisationSettings settings;

    MemberListController(MemberListPageAssembler pages, OrganisationSettings settings) {
        this.pages = pages;
        this.settings = settings;
    }

    @GetMapping
    ModelAndView list(Form form, Words t) {
        try {
            return page(form, form.read(answers -> pages.readFilter(form, answers)), t);
        } catch (FieldsRefused wrong) {
            return PageView.withErrors(page(form, new MemberFilter(settings.today(), null, ""), t));
        }
    }

    private ModelAndView page(Form form, MemberFilter asked, Words t) {
        return PageView.pageOrFragment(
                "resources/membership/members", "resources/membership/member-rows", pages.assemble(form, asked, t));
    }

    /** Exports the filtered list. */
    @GetMapping("/export.{format}")
    void export(@PathVariable String format, Form form, Words t, HttpServletResponse response) throws IOException {
        TableFormat as = TableFormat.findByExtension(format).orElseThrow(() -> new NotFound("format"));
        MemberFilter asked = form.read(answers -> pages.readFilter(form, answers));
        String name = t.say("membership.menu");
        FileDownload.setHeaders(response, Slug.of(name) + "-" + asked.day() + "." + as.extension(), as.mediaType());
        TableWriter.write(as, name, pages.head(t), pages.rows(asked, t), t, response.getOutputStream());
    }
}
