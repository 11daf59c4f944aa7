package org.convergence.education.internship.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.convergence.education.internship.InternshipFileId;
import org.convergence.education.internship.InternshipPermissions;
import org.convergence.education.internship.domain.CohortService;
import org.convergence.education.internship.domain.InternshipCall;
import org.convergence.education.internship.domain.InternshipCall.InternshipStay;
import org.convergence.education.internship.domain.InternshipCallService;
import org.convergence.education.internship.domain.InternshipFile;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.rendering.Block;
import org.convergence.platform.rendering.Paper;
import org.convergence.platform.rendering.PaperDownload;
import org.convergence.platform.rendering.PaperFormat;
import org.convergence.platform.rendering.Section;
import org.convergence.platform.settings.OrganisationProfile;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The attestation of an intern, as a PDF. */
@Controller
@RequestMapping("/education/internship/files/{id}/attestation.pdf")
@Requires(InternshipPermissions.READ_NAMES)
record AttestationController(
        InternshipCallService calls, CohortService cohorts, OrganisationSettings settings, PaperDownload papers) {

    @GetMapping
    void attestation(@PathVariable InternshipFileId id, Words t, HttpServletResponse response) throws IOException {
        InternshipFile file = cohorts.findIntern(id).file();
        if (file.attestedOn() == null) {
            throw new NotFound("internship");
        }
        InternshipCall call = calls.findById(file.call());
        InternshipStay stay = calls.findStay(call);
        OrganisationProfile organisation = settings.current();
        String us = organisation.name();
        Paper paper = new Paper(
                t.say("internship.attestation"),
                call.title(t),
                us,
                t.say("internship.attestation"),
                List.of(Section.of(
                        "",
                        List.of(
                                Block.text(t.say(
                                        "internship.attestation.text",
                                        us,
                                        file.name(),
                                        call.destination(),
                                        t.period(stay.startsOn(), stay.endsOn()))),
                                Block.text(t.say("internship.attestation.return", file.held(), file.people())),
                                Block.text(t.say("internship.attestation.given", file.attestedOn())),
                                Block.signature(organisation.signature())))),
                Paper.Layout.PLAIN);
        papers.send(paper, t.say("internship.attestation"), PaperFormat.PDF, t, response);
    }
}
