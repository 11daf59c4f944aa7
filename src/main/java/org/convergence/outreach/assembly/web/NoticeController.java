package org.convergence.outreach.assembly.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.Agenda;
import org.convergence.outreach.assembly.domain.Convening;
import org.convergence.outreach.assembly.domain.MeetingPapers;
import org.convergence.outreach.assembly.domain.MeetingPolicy;
import org.convergence.outreach.assembly.domain.MeetingReading;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.Page;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The notice of a meeting, its links, and its papers as one file. */
@Controller
@RequestMapping("/outreach/assembly/meetings/{id}")
@Requires(AssemblyPermissions.CONVENE)
class NoticeController {

    private final Convening convening;
    private final MeetingReading reading;
    private final MeetingPapers papers;
    private final OrganisationSettings settings;
    private final String baseUrl;

    NoticeController(
            Convening convening,
            MeetingReading reading,
            MeetingPapers papers,
            OrganisationSettings settings,
            @Value("${convergence.base-url}") String baseUrl) {
        this.convening = convening;
        this.reading = reading;
        this.papers = papers;
        this.settings = settings;
        this.baseUrl = baseUrl;
    }

    @GetMapping("/notice")
    ModelAndView notice(@PathVariable UUID id, Words t) {
        return page(id, null, t);
    }

    @PostMapping("/notice")
    ModelAndView send(@PathVariable UUID id) {
        return Go.to(Urls.meeting(id)).saying("assembly.notice.sent", convening.convene(new MeetingId(id)));
    }

    /** Makes a link and shows it, once: it is kept nowhere. */
    @PostMapping("/link")
    ModelAndView link(@PathVariable UUID id, Words t) {
        return page(id, baseUrl + Urls.guest(convening.link(new MeetingId(id))), t);
    }

    @PostMapping("/links/close")
    ModelAndView closeLinks(@PathVariable UUID id) {
        return Go.to(Urls.meeting(id) + "/notice")
                .saying("assembly.links.closed", convening.closeLinks(new MeetingId(id)));
    }

    private ModelAndView page(UUID id, @Nullable String link, Words t) {
        Agenda agenda = reading.agenda(new MeetingId(id));
        return Page.of(
                "outreach/assembly/notice",
                new NoticePage(
                        MeetingController.about(agenda, t),
                        convening.notice(new MeetingId(id)),
                        MeetingPolicy.deadline(
                                agenda.meeting().day(), agenda.rules().noticeDays()),
                        settings.today(),
                        link));
    }

    @GetMapping("/papers.pdf")
    @Requires(AssemblyPermissions.READ)
    void papers(@PathVariable UUID id, Words t, HttpServletResponse response) throws IOException {
        Agenda agenda = reading.agenda(new MeetingId(id));
        Sending.pdf(agenda, response);
        papers.write(agenda, t, response.getOutputStream());
    }
}
