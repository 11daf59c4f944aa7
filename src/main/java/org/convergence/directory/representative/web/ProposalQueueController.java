package org.convergence.directory.representative.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.OrganisationName;
import org.convergence.directory.people.PartyPage;
import org.convergence.directory.representative.Correctable.Input;
import org.convergence.directory.representative.RepresentativePermissions;
import org.convergence.directory.representative.domain.ProposalDesk;
import org.convergence.directory.representative.domain.ProposalDesk.Proposal;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Refused;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.Page;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The pending proposals of representatives, beside the present values. */
@Controller
@RequestMapping("/directory/representative")
@Requires(RepresentativePermissions.KEEP)
class ProposalQueueController {

    static final String HOME = "/directory/representative";

    private final ProposalDesk desk;

    ProposalQueueController(ProposalDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    ModelAndView show(Words t) {
        Map<OrganisationName, List<QueuePage.Row>> rows = new LinkedHashMap<>();
        desk.some(t)
                .forEach(each -> rows.computeIfAbsent(each.organisation(), name -> new ArrayList<>())
                        .add(row(each, t)));
        return Page.of(
                "directory/representative/queue",
                new QueuePage(
                        t.say("representative.waiting", desk.waiting()),
                        rows.entrySet().stream()
                                .map(each -> new QueuePage.Of(
                                        each.getKey().name(),
                                        PartyPage.of(each.getKey().id()),
                                        each.getValue()))
                                .toList()));
    }

    private static QueuePage.Row row(Proposal each, Words t) {
        boolean note = each.input() == Input.NOTE;
        return new QueuePage.Row(
                each.id().toString(),
                note ? t.say("representative.note") : each.about(),
                note ? "" : each.label(),
                said(each.input(), each.stands(), t),
                each.stands(),
                said(each.input(), each.proposed(), t),
                each.day() == null ? null : t.say("representative.of-day", each.day()),
                each.input().isOfADay() && each.day() == null,
                t.dateTime(each.at()),
                !note && !each.stands().equals(each.stood()),
                note,
                each.gone());
    }

    private static String said(Input input, String value, Words t) {
        return value.isEmpty() ? t.say("representative.nothing") : ValueSaying.say(input, value, t);
    }

    @PostMapping("/{proposal}/accept")
    ModelAndView accept(@PathVariable UUID proposal, Form form, Words t) {
        try {
            desk.accept(proposal, form.value("seen"), form.read(answers -> answers.optionalDate("day")), t);
            return Go.to(HOME).saying("representative.accepted");
        } catch (Refused why) {
            return Go.to(HOME).warning(why.messageKey(), why.arguments());
        }
    }

    @PostMapping("/{proposal}/refuse")
    ModelAndView refuse(@PathVariable UUID proposal) {
        try {
            desk.refuse(proposal);
            return Go.to(HOME).saying("representative.refused");
        } catch (Refused why) {
            return Go.to(HOME).warning(why.messageKey(), why.arguments());
        }
    }
}
