package org.convergence.outreach.assembly.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.convergence.outreach.assembly.domain.Agenda;
import org.convergence.outreach.assembly.domain.AssemblyFormatter;
import org.convergence.outreach.assembly.domain.GuestAccessService;
import org.convergence.outreach.assembly.domain.GuestAccessService.GuestPaper;
import org.convergence.outreach.assembly.domain.MeetingReplyService;
import org.convergence.outreach.assembly.web.GuestPage.GuestBallotPart;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.SecretAddress;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.publicform.PublicVisit;
import org.convergence.platform.shell.ExpiredLinkPage;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Opens one meeting by a link, without an account: a page and a file. */
@Controller
@RequestMapping("/outreach/assembly/link/{secret}")
@Open("a link opens one meeting to its recipient")
record GuestController(GuestAccessService access, MeetingPageAssembler pages, MeetingReplyService replies) {

    private static final String FORM = "assembly-reply";

    @Bean
    static SecretAddress meetingLinkAddress() {
        return new SecretAddress(AssemblyUrls.guest(""));
    }

    @GetMapping
    ModelAndView show(@PathVariable String secret, Words t, PublicVisit visit) {
        DownloadHeaders.addLinkHeaders(visit.response());
        return page(secret, Form.named("reply"), t, visit);
    }

    private ModelAndView page(String secret, Form form, Words t, PublicVisit visit) {
        Agenda agenda = access.findAgenda(secret);
        return PageView.of(
                "outreach/assembly/guest",
                new GuestPage(
                        AssemblyFormatter.formatTitle(agenda, t),
                        agenda.title(),
                        MeetingPageAssembler.facts(agenda, t),
                        MeetingPageAssembler.points(agenda),
                        pages.followUpRows(agenda, t),
                        MeetingPageAssembler.consultations(agenda, t),
                        MeetingPageAssembler.reviews(agenda, t),
                        agenda.meeting().cancelledReason(),
                        replies.findByLink(secret)
                                .map(each -> ReplyFormatter.guest(each, visit.shield(FORM), form, t))
                                .orElse(null),
                        access.findBallot(secret)
                                .map(each -> new GuestBallotPart(each.path() + secret, each.isOpen()))
                                .orElse(null),
                        AssemblyUrls.guest(secret)));
    }

    /** Saves the reader's answer: only this button does, since programs that check mail open each link. */
    @PostMapping("/reply")
    ModelAndView reply(@PathVariable String secret, Form form, Words t, PublicVisit visit) {
        visit.open(secret, () -> access.findAgenda(secret));
        return visit.submit(
                FORM,
                form,
                MeetingReplyInput::read,
                said -> {
                    replies.replyByLink(secret, said.answer(), said.words());
                    return SeeOther.to(AssemblyUrls.guest(secret)).withNotice("assembly.reply.thanks");
                },
                () -> page(secret, form, t, visit));
    }

    @GetMapping("/papers.pdf")
    void papers(@PathVariable String secret, Words t, HttpServletResponse response) throws IOException {
        Agenda agenda = access.findAgenda(secret);
        DownloadHeaders.addLinkHeaders(response);
        DownloadHeaders.startPdf(agenda, response);
        access.writePapers(agenda, t, response.getOutputStream());
    }

    @GetMapping("/papers/{document}")
    void paper(@PathVariable String secret, @PathVariable UUID document, HttpServletResponse response)
            throws IOException {
        GuestPaper paper = access.findPaper(secret, document);
        DownloadHeaders.addLinkHeaders(response);
        DownloadHeaders.startFile(
                paper.document().name(), paper.document().type().mediaType(), response);
        response.setContentLengthLong(paper.content().length());
        paper.content().transferTo(response.getOutputStream());
    }

    /** A link that opens nothing answers 404, with the page of all secret links. */
    @ExceptionHandler(NotFound.class)
    ModelAndView handleNotFound(Words t, HttpServletRequest request, HttpServletResponse response) {
        DownloadHeaders.addLinkHeaders(response);
        return ExpiredLinkPage.show(request, t);
    }
}
