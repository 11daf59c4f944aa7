package org.convergence.outreach.assembly.web;

import java.util.List;
import java.util.UUID;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.BodyId;
import org.convergence.outreach.assembly.domain.BodyQueries;
import org.convergence.outreach.assembly.domain.DatePollService;
import org.convergence.outreach.assembly.domain.MeetingListQueries;
import org.convergence.outreach.assembly.domain.MeetingListQueries.MeetingListRow;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.ListSlice;
import org.convergence.platform.shell.PageAddress;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SourceTexts;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The bodies, the coming meetings, and the list of all meetings. */
@Controller
@Requires(AssemblyPermissions.READ)
record AssemblyController(
        BodyQueries bodies, MeetingListQueries meetings, DatePollService polls, OrganisationSettings settings) {

    private static final int AHEAD = 20;
    private static final int SHOWN = 50;

    @GetMapping("/outreach/assembly")
    ModelAndView show(Form asked, Words t) {
        String from = asked.filled(SourceTexts.FROM) ? asked.value(SourceTexts.FROM) : null;
        return PageView.of(
                "outreach/assembly/home",
                new AssemblyPage(
                        rows(meetings.findPlanned(AHEAD), t).stream()
                                .map(row -> row.beginningWith(from))
                                .toList(),
                        from != null,
                        polls.findOpen().stream()
                                .map(each -> new PageLink(each.name(), DatePollPageAssembler.url(each.id())))
                                .toList(),
                        bodies.findAll().stream()
                                .map(body -> new AssemblyPage.BodyRow(
                                        body.name(),
                                        AssemblyUrls.body(body.id()),
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
        ListSlice<MeetingListRow> slice = ListSlice.of(
                meetings.findLatestForList(body == null ? null : new BodyId(body), asked.value("after"), SHOWN + 1),
                SHOWN,
                MeetingListRow::position);
        String next = slice.next();
        PageAddress here =
                PageAddress.of(AssemblyUrls.HOME + "/meetings").with("body", body == null ? null : body.toString());
        return PageView.of(
                "outreach/assembly/meetings",
                new MeetingsPage(
                        body == null ? null : BodyController.about(bodies.findById(new BodyId(body))),
                        rows(slice.rows(), t),
                        next == null ? null : here.with("after", next).toString()));
    }

    private List<MeetingRow> rows(List<MeetingListRow> lines, Words t) {
        return lines.stream()
                .map(line -> MeetingRow.of(line, settings.now(), t))
                .toList();
    }
}
