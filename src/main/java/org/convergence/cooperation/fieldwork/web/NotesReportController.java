package org.convergence.cooperation.fieldwork.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.convergence.cooperation.fieldwork.domain.PartnerLinkAccess;
import org.convergence.cooperation.fieldwork.domain.PartnerLinkAccess.OpenedLink;
import org.convergence.cooperation.fieldwork.domain.PartnerLinkService;
import org.convergence.cooperation.fieldwork.domain.PartnerNotes;
import org.convergence.platform.access.Open;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.publicform.PublicLanguages;
import org.convergence.platform.publicform.PublicVisit;
import org.convergence.platform.rendering.PaperFormat;
import org.convergence.platform.rendering.RenderingOptions;
import org.convergence.platform.settings.Letterhead;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.FileDownload;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The facts of a partner as a Word file in its language, for its other funders: it is theirs, without our letterhead. */
@Controller
@RequestMapping("/public/notes/{secret}")
@Open("a link opens the page of one partner, by its PIN")
record NotesReportController(PartnerLinkAccess access, PublicLanguages languages, OrganisationSettings settings) {

    @GetMapping("/report.docx")
    void download(
            @PathVariable String secret,
            @CookieValue(name = NotesController.PASS, required = false) @Nullable String pass,
            PublicVisit visit,
            HttpServletResponse response)
            throws IOException {
        OpenedLink link = visit.openShared(secret, () -> access.open(secret, pass));
        if (link.isRevoked() || !link.hasEntered()) {
            throw new NotFound("link");
        }
        NotesWords t = NotesWords.of(link, languages);
        PartnerNotes year = access.findYear(secret, pass);
        FileDownload.setHeaders(response, t.say("public.fieldwork.report") + ".docx", PaperFormat.WORD.mediaType());
        PaperFormat.WORD.write(
                new NotesReportAssembler(t, settings.today()).assemble(year),
                t.words(),
                RenderingOptions.letterPaper(PartnerLinkService.PATH, Letterhead.NONE),
                response.getOutputStream());
    }
}
