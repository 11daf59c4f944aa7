package org.convergence.outreach.assembly.web;

import java.util.List;
import java.util.UUID;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.BodyId;
import org.convergence.outreach.assembly.domain.BodyReading;
import org.convergence.outreach.assembly.domain.MeetingList;
import org.convergence.outreach.assembly.domain.MeetingList.Line;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Address;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Page;
import org.convergence.platform.shell.Slice;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The bodies, the coming meetings, and the list of all meetings. */
@Controller
@Requires(AssemblyPermissions.READ)
class AssemblyController {

    private static final int AHEAD = 20;
    private static final int SHOWN = 50;

    private final BodyReading reading;
    private final MeetingList meetings;
    private final OrganisationSettings settings;

    AssemblyController(BodyReading reading, MeetingList meetings, OrganisationSettings settings) {
        this.reading = reading;
        this.meetings = meetings;
        this.settings = settings;
    }

    @GetMapping("/outreach/assembly")
    ModelAndView show(Words t) {
        return Page.of(
                "outreach/assembly/home",
                new AssemblyPage(
                        rows(meetings.ahead(AHEAD), t),
                        reading.all().stream()
                                .map(body -> new AssemblyPage.BodyRow(
                                        body.name(),
                                        Urls.body(body.id()),
                                        body.endedOn() == null
                                                ? t.say(body.kind().key()) + " · " + body.code()
                                                : t.say("assembly.body.ended", body.endedOn())))
                                .toList(),
                        CurrentActor.get().may(AssemblyPermissions.KEEP),
                        CurrentActor.get().may(AssemblyPermissions.PREPARE)));
    }

    /** All meetings, or those of one body. */
    @GetMapping("/outreach/assembly/meetings")
    ModelAndView meetings(Form asked, Words t) {
        UUID body = asked.read(answers -> answers.optionalId("body"));
        Slice<Line> slice = Slice.of(
                meetings.latest(body == null ? null : new BodyId(body), asked.value("after"), SHOWN + 1),
                SHOWN,
                Line::position);
        String next = slice.next();
        Address here = Address.of(Urls.HOME + "/meetings").with("body", body == null ? null : body.toString());
        return Page.of(
                "outreach/assembly/meetings",
                new MeetingsPage(
                        body == null ? null : BodyController.about(reading.one(new BodyId(body))),
                        rows(slice.rows(), t),
                        next == null ? null : here.with("after", next).toString()));
    }

    private List<MeetingRow> rows(List<Line> lines, Words t) {
        return lines.stream()
                .map(line -> MeetingRow.of(line, settings.today(), t))
                .toList();
    }
}
