package org.convergence.outreach.vote.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.vote.VotePermissions;
import org.convergence.outreach.vote.domain.Vote.VoteId;
import org.convergence.outreach.vote.domain.VotePaperAssembler;
import org.convergence.platform.access.Requires;
import org.convergence.platform.rendering.PaperDownload;
import org.convergence.platform.rendering.PaperFormat;
import org.convergence.platform.text.Slug;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** What is printed for an assembly: the list of its door, and the ballots of a secret vote. */
@Controller
@RequestMapping("/outreach/vote")
@Requires(VotePermissions.COUNT)
record VotePaperController(VotePaperAssembler papers, PaperDownload download) {

    @GetMapping("/meetings/{meeting}/list.pdf")
    @Requires(VotePermissions.CHECK_IN)
    void list(@PathVariable MeetingId meeting, Words t, HttpServletResponse response) throws IOException {
        download.send(
                papers.assembleDoorList(meeting, t), Slug.of(t.say("vote.paper.list")), PaperFormat.PDF, t, response);
    }

    @GetMapping("/votes/{id}/ballots.pdf")
    void ballots(@PathVariable VoteId id, Words t, HttpServletResponse response) throws IOException {
        download.send(
                papers.assembleBallots(id, t), Slug.of(t.say("vote.paper.ballots")), PaperFormat.PDF, t, response);
    }
}
