package org.convergence.directory.people.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.domain.ContactPoint.ContactChannel;
import org.convergence.directory.people.domain.ListExportService;
import org.convergence.directory.people.domain.OrganisationListQueries;
import org.convergence.directory.people.domain.PersonListQueries;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.FileDownload;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.table.TableFormat;
import org.convergence.platform.table.TableWriter;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Exports of the filtered lists, as a file or on paper. */
@Controller
@RequestMapping("/directory/people")
@Requires(PeoplePermissions.READ)
class DirectoryExportController {

    private static final int ON_PAPER = 5_000;

    private final OrganisationListQueries organisations;
    private final ListExportService takeouts;
    private final OrganisationSettings settings;

    DirectoryExportController(
            OrganisationListQueries organisations, ListExportService takeouts, OrganisationSettings settings) {
        this.organisations = organisations;
        this.takeouts = takeouts;
        this.settings = settings;
    }

    @GetMapping("/organisations/export.{format}")
    void organisations(@PathVariable String format, Form form, Words t, HttpServletResponse response)
            throws IOException {
        TableFormat as = TableFormat.findByExtension(format).orElseThrow(() -> new NotFound("format"));
        Iterator<OrganisationListQueries.OrganisationLine> lines =
                organisations.iterateAll(OrganisationListParameters.of(form).filter());
        send(
                as,
                t.say("people.organisations"),
                DirectoryExportColumns.ofOrganisations(t),
                lines,
                line -> DirectoryExportColumns.row(line, t),
                t,
                response);
    }

    @GetMapping("/persons/export.{format}")
    @Requires(PeoplePermissions.READ_PEOPLE)
    void persons(@PathVariable String format, Form form, Words t, HttpServletResponse response) throws IOException {
        TableFormat as = TableFormat.findByExtension(format).orElseThrow(() -> new NotFound("format"));
        Iterator<PersonListQueries.PersonLine> lines = takeouts.export(
                PersonListParameters.of(form).filter(), ListExportService.ExportForm.valueOf(as.name()));
        send(
                as,
                t.say("people.persons"),
                DirectoryExportColumns.ofPersons(t),
                lines,
                line -> DirectoryExportColumns.row(line, t),
                t,
                response);
    }

    @GetMapping("/organisations/print")
    ModelAndView organisationsOnPaper(Form form, Words t) {
        OrganisationListParameters asked = OrganisationListParameters.of(form);
        List<String> heads = List.of(
                t.say("people.column.name"),
                t.say("people.column.kind"),
                t.say("people.column.place"),
                t.say("people.column.parents"));
        return paper(
                t.say("people.organisations"),
                "people.organisations.count",
                asked.address().toString(),
                heads,
                organisations.iterateAll(asked.filter()),
                line -> {
                    var row = OrganisationListController.row(line, t);
                    String name = row.shortName().isEmpty() ? row.name() : row.name() + " (" + row.shortName() + ")";
                    return List.of(name, row.kind(), row.place(), row.parents());
                },
                t);
    }

    @GetMapping("/persons/print")
    @Requires(PeoplePermissions.READ_PEOPLE)
    ModelAndView personsOnPaper(Form form, Words t) {
        PersonListParameters asked = PersonListParameters.of(form);
        List<String> heads = List.of(
                t.say("people.column.name"),
                t.say("people.column.functions"),
                t.say("people.column.mail"),
                t.say("people.column.phone"));
        return paper(
                t.say("people.persons"),
                "people.persons.count",
                asked.address().toString(),
                heads,
                takeouts.export(asked.filter(), ListExportService.ExportForm.PAPER),
                line -> {
                    var row = PersonListController.row(line);
                    return List.of(
                            row.name(),
                            row.functions(),
                            line.first(ContactChannel.MAIL),
                            line.first(ContactChannel.PHONE));
                },
                t);
    }

    private static <L> ModelAndView paper(
            String title,
            String countKey,
            String back,
            List<String> heads,
            Iterator<L> lines,
            Function<L, List<String>> row,
            Words t) {
        List<List<String>> rows = new ArrayList<>();
        while (rows.size() < ON_PAPER && lines.hasNext()) {
            rows.add(row.apply(lines.next()));
        }
        boolean more = lines.hasNext();
        return PageView.of(
                "directory/people/paper",
                new PaperPage(
                        title,
                        t.say(countKey, rows.size(), t.count(rows.size(), more)),
                        back,
                        heads,
                        rows,
                        more ? t.say("people.list.cut", ON_PAPER) : null));
    }

    private <L> void send(
            TableFormat format,
            String name,
            List<String> head,
            Iterator<L> lines,
            Function<L, List<@Nullable Object>> row,
            Words t,
            HttpServletResponse response)
            throws IOException {
        String file = name.toLowerCase(Locale.ROOT) + "-" + settings.today() + "."
                + format.name().toLowerCase(Locale.ROOT);
        FileDownload.setHeaders(response, file, format.mediaType());
        Iterator<List<@Nullable Object>> rows = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return lines.hasNext();
            }

            @Override
            public List<@Nullable Object> next() {
                return row.apply(lines.next());
            }
        };
        TableWriter.write(format, name, head, rows, t, response.getOutputStream());
    }
}
