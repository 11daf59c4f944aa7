package org.convergence.outreach.assembly.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.Agenda;
import org.convergence.outreach.assembly.domain.MeetingQueries;
import org.convergence.outreach.assembly.domain.MeetingState;
import org.convergence.outreach.assembly.domain.MinutesFileService;
import org.convergence.outreach.assembly.domain.ResolutionDetails;
import org.convergence.outreach.assembly.domain.ResolutionQueries;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.rendering.PaperFormat;
import org.convergence.platform.text.Slug;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Minutes, and the extract for one resolution, as files. */
@Controller
@RequestMapping("/outreach/assembly")
@Requires(AssemblyPermissions.READ)
record MinutesFileController(MinutesFileService papers, MeetingQueries meetings, ResolutionQueries resolutions) {

    @GetMapping("/meetings/{id}/minutes/{format}")
    void minutes(@PathVariable UUID id, @PathVariable String format, Words t, HttpServletResponse response)
            throws IOException {
        PaperFormat rendering = rendering(format);
        Agenda agenda = meetings.findAgenda(new MeetingId(id));
        if (agenda.meeting().state() != MeetingState.HELD) {
            throw new NotFound("minutes");
        }
        String name = t.say("assembly.paper.minutes") + " " + agenda.body().code() + " "
                + agenda.meeting().day();
        DownloadHeaders.startFile(Slug.of(name) + "." + format, rendering.mediaType(), response);
        papers.write(new MeetingId(id), rendering, t, response.getOutputStream());
    }

    @GetMapping("/resolutions/{id}/extract/{format}")
    void extract(@PathVariable UUID id, @PathVariable String format, Words t, HttpServletResponse response)
            throws IOException {
        PaperFormat rendering = rendering(format);
        ResolutionDetails it = resolutions.findById(id);
        if (!it.carried()) {
            throw new NotFound("resolution");
        }
        DownloadHeaders.startFile(
                Slug.of(t.say("assembly.extract") + " " + it.label()) + "." + format, rendering.mediaType(), response);
        papers.writeExtract(id, rendering, t, response.getOutputStream());
    }

    private static PaperFormat rendering(String format) {
        return PaperFormat.findPaperFormat(format).orElseThrow(() -> new NotFound("format"));
    }
}
