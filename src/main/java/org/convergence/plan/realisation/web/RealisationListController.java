package org.convergence.plan.realisation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.convergence.plan.realisation.RealisationPermissions;
import org.convergence.plan.realisation.domain.RealisationExport;
import org.convergence.plan.realisation.domain.RealisationFilter;
import org.convergence.plan.realisation.domain.RealisationListQueries;
import org.convergence.plan.realisation.domain.RealisationListQueries.RealisationListSlice;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.FieldsRefused;
import org.convergence.platform.shell.FileDownload;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.table.TableFormat;
import org.convergence.platform.table.TableWriter;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Shows the list of realisations, and exports it as a file. */
@Controller
@RequestMapping("/plan/realisation")
@Requires(RealisationPermissions.READ)
class RealisationListController {

    private static final int SHOWN = 50;
    private static final RealisationListSlice NOTHING = new RealisationListSlice(List.of(), 0, false, null);

    private final RealisationListQueries list;
    private final RealisationExport export;
    private final RealisationFilterForm realisationFilterForm;
    private final RealisationListPageAssembler pages;
    private final OrganisationSettings settings;

    RealisationListController(
            RealisationListQueries list,
            RealisationExport export,
            RealisationFilterForm realisationFilterForm,
            RealisationListPageAssembler pages,
            OrganisationSettings settings) {
        this.list = list;
        this.export = export;
        this.realisationFilterForm = realisationFilterForm;
        this.pages = pages;
        this.settings = settings;
    }

    @GetMapping
    ModelAndView list(Form form, Words t) {
        try {
            RealisationFilter filter = form.read(answers -> realisationFilterForm.read(form, answers));
            String after = form.filled("after") ? form.value("after") : null;
            return page(form, list.page(filter, after, SHOWN), t);
        } catch (FieldsRefused wrong) {
            return PageView.withErrors(page(form, NOTHING, t));
        }
    }

    private ModelAndView page(Form form, RealisationListSlice found, Words t) {
        return PageView.pageOrFragment(
                "plan/realisation/list", "plan/realisation/list-rows", pages.assemble(form, found, t));
    }

    /** Exports exactly the filtered rows, streamed. */
    @GetMapping("/export.{format}")
    void export(@PathVariable String format, Form form, Words t, HttpServletResponse response) throws IOException {
        TableFormat as = TableFormat.findByExtension(format).orElseThrow(() -> new NotFound("format"));
        RealisationFilter filter = form.read(answers -> realisationFilterForm.read(form, answers));
        String name = t.say("realisation.list");
        FileDownload.setHeaders(
                response,
                name.toLowerCase(t.language().locale()) + "-" + settings.today() + "." + as.extension(),
                as.mediaType());
        TableWriter.write(as, name, export.head(t), export.rows(filter, t), t, response.getOutputStream());
    }
}
