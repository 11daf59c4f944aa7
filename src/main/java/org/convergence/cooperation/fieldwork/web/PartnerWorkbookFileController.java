package org.convergence.cooperation.fieldwork.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.convergence.cooperation.fieldwork.FieldworkPermissions;
import org.convergence.cooperation.fieldwork.domain.PartnerWorkbook;
import org.convergence.cooperation.fieldwork.domain.PartnerWorkbookService;
import org.convergence.cooperation.fieldwork.domain.PartnerWorkbookService.PartnerUsage;
import org.convergence.cooperation.fieldwork.domain.SentEntry.PartnerEntryKind;
import org.convergence.cooperation.fieldwork.web.PartnerWorkbookPage.OurWorkbookPage;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PartyChooser;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.publicform.PublicLanguages;
import org.convergence.platform.shell.FileDownload;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.table.TableFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** A workbook that we make for a partner which has none, downloaded as often as it is sent. */
@Controller
@RequestMapping(PartnerWorkbookPage.OURS)
@Requires(FieldworkPermissions.FOLLOW)
record PartnerWorkbookFileController(
        PartnerWorkbookService workbooks, PartyChooser chooser, PublicLanguages languages) {

    private static final String ORGANISATION = "organisation";

    @GetMapping
    ModelAndView open(Form asked) {
        return page(Form.blank()
                .with(ORGANISATION, asked.value(ORGANISATION))
                .with(PartnerWorkbookPage.KIND.name(), PartnerEntryKind.SPENT));
    }

    private ModelAndView page(Form form) {
        return PageView.of(
                "cooperation/fieldwork/workbook-ours",
                new OurWorkbookPage(form, chooser.knownOrganisations(form, ORGANISATION, 1)));
    }

    @PostMapping
    ModelAndView make(Form form) {
        return form.submit(
                answers -> new PartnerWorkbook(
                        Ids.next(),
                        PartnerLinkController.organisation(chooser, answers).value(),
                        answers.get(PartnerWorkbookPage.KIND),
                        answers.get(PartnerWorkbookPage.NAME),
                        true,
                        Map.of()),
                input -> {
                    workbooks.create(PartnerWorkbookWriter.mapped(input, words(input)));
                    return SeeOther.to(PartnerWorkbookPage.LIST).withNotice("fieldwork.workbook.made");
                },
                () -> page(form));
    }

    private NotesWords words(PartnerWorkbook it) {
        PartnerUsage usage = workbooks.findUsage(new OrganisationId(it.organisation()));
        return NotesWords.of(usage.language(), usage.numbers(), languages);
    }

    @GetMapping("/{id}")
    void download(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        PartnerWorkbook it = workbooks.find(id);
        if (!it.isOurs()) {
            throw new NotFound("workbook");
        }
        FileDownload.setHeaders(response, it.name() + ".xlsx", TableFormat.XLSX.mediaType());
        PartnerWorkbookWriter.write(it, workbooks.findRows(it), words(it), response.getOutputStream());
    }
}
