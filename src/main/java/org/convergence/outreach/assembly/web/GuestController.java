package org.convergence.outreach.assembly.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.convergence.outreach.assembly.domain.Agenda;
import org.convergence.outreach.assembly.domain.GuestAccess;
import org.convergence.outreach.assembly.domain.GuestAccess.Sent;
import org.convergence.outreach.assembly.domain.Saying;
import org.convergence.platform.access.Open;
import org.convergence.platform.shell.Page;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Opens one meeting by a link, without an account: a page and a file. */
@Controller
@RequestMapping("/outreach/assembly/link/{secret}")
@Open("a link opens one meeting, to whom it was handed")
class GuestController {

    private final GuestAccess access;
    private final MeetingPages pages;

    GuestController(GuestAccess access, MeetingPages pages) {
        this.pages = pages;
        this.access = access;
    }

    @GetMapping
    ModelAndView show(@PathVariable String secret, Words t, HttpServletResponse response) {
        Sending.discreet(response);
        Agenda agenda = access.agenda(secret);
        return Page.of(
                "outreach/assembly/guest",
                new GuestPage(
                        Saying.titled(agenda, t),
                        agenda.title(),
                        MeetingPages.facts(agenda, t),
                        MeetingPages.points(agenda),
                        pages.pending(agenda, t),
                        MeetingPages.consultations(agenda, t),
                        MeetingPages.reviews(agenda, t),
                        agenda.meeting().cancelledReason(),
                        Urls.guest(secret)));
    }

    @GetMapping("/papers.pdf")
    void papers(@PathVariable String secret, Words t, HttpServletResponse response) throws IOException {
        Agenda agenda = access.agenda(secret);
        Sending.discreet(response);
        Sending.pdf(agenda, response);
        access.write(agenda, t, response.getOutputStream());
    }

    @GetMapping("/papers/{document}")
    void paper(@PathVariable String secret, @PathVariable UUID document, HttpServletResponse response)
            throws IOException {
        Sent paper = access.paper(secret, document);
        Sending.discreet(response);
        Sending.file(paper.document().name(), paper.document().type().mediaType(), response);
        response.setContentLengthLong(paper.content().length());
        paper.content().transferTo(response.getOutputStream());
    }
}
