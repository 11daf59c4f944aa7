package org.convergence.plan.time.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.convergence.plan.time.TimePermissions;
import org.convergence.plan.time.domain.TimeEntryExport;
import org.convergence.plan.time.domain.TimeEntryQueries;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.FileDownload;
import org.convergence.platform.shell.Form;
import org.convergence.platform.table.TableFormat;
import org.convergence.platform.table.TableWriter;
import org.convergence.platform.text.Slug;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Exports entries of hours as a file: all with the permission to edit them, else one's own. */
@Controller
class EntryExportController {

    private final TimeEntryExport export;
    private final OrganisationSettings settings;

    EntryExportController(TimeEntryExport export, OrganisationSettings settings) {
        this.export = export;
        this.settings = settings;
    }

    @GetMapping("/plan/time/entries/export.{format}")
    @Requires(TimePermissions.OWN)
    void export(@PathVariable String format, Form form, Words t, HttpServletResponse response) throws IOException {
        TableFormat as = TableFormat.findByExtension(format).orElseThrow(() -> new NotFound("format"));
        TimeEntryQueries.TimeEntryFilter filter = form.read(answers -> new TimeEntryQueries.TimeEntryFilter(
                answers.optionalDate("from"),
                answers.optionalDate("to"),
                answers.optionalId("person"),
                answers.optionalId("action")));
        String name = t.say("time.entries");
        FileDownload.setHeaders(
                response, Slug.of(name) + "-" + settings.today() + "." + as.extension(), as.mediaType());
        TableWriter.write(as, name, export.head(t), export.rows(filter, t), t, response.getOutputStream());
    }
}
