package org.convergence.directory.representative.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.OrganisationName;
import org.convergence.directory.people.PartyUrls;
import org.convergence.directory.representative.CorrectionSource.CorrectionInput;
import org.convergence.directory.representative.RepresentativePermissions;
import org.convergence.directory.representative.domain.CorrectionProposalService;
import org.convergence.directory.representative.domain.CorrectionProposalService.AcceptedCorrection;
import org.convergence.directory.representative.domain.CorrectionProposalService.CorrectionProposal;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Refused;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.TextParser;
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
record CorrectionQueueController(CorrectionProposalService correctionProposalService) {

    static final String HOME = "/directory/representative";

    /** The characters of an id, before the value that was shown with it. */
    private static final int ID = 36;

    @GetMapping
    ModelAndView show(Words t) {
        Map<OrganisationName, List<CorrectionQueuePage.ProposalReviewRow>> rows = new LinkedHashMap<>();
        correctionProposalService
                .findPending(t)
                .forEach(each -> rows.computeIfAbsent(each.organisation(), name -> new ArrayList<>())
                        .add(row(each, t)));
        return PageView.of(
                "directory/representative/queue",
                new CorrectionQueuePage(
                        t.say("representative.waiting", correctionProposalService.countPending()),
                        rows.entrySet().stream()
                                .map(each -> new CorrectionQueuePage.OrganisationProposals(
                                        each.getKey().name(),
                                        PartyUrls.of(each.getKey().id()),
                                        each.getValue()))
                                .toList()));
    }

    private static CorrectionQueuePage.ProposalReviewRow row(CorrectionProposal each, Words t) {
        boolean note = each.input() == CorrectionInput.NOTE;
        return new CorrectionQueuePage.ProposalReviewRow(
                each.id().toString(),
                note ? t.say("representative.note") : each.about(),
                note ? "" : each.label(),
                format(each.input(), each.stands(), t),
                each.stands(),
                format(each.input(), each.proposed(), t),
                each.day() == null ? null : t.say("representative.of-day", each.day()),
                each.input().hasDay() && each.day() == null,
                t.dateTime(each.at()),
                !note && !each.stands().equals(each.stood()),
                note,
                each.gone());
    }

    private static String format(CorrectionInput input, String value, Words t) {
        return value.isEmpty() ? t.say("representative.nothing") : CorrectionValueFormatter.format(input, value, t);
    }

    @PostMapping("/{proposal}/accept")
    ModelAndView accept(@PathVariable UUID proposal, Form form, Words t) {
        try {
            AcceptedCorrection accepted = correctionProposalService.accept(
                    proposal, form.value("seen"), form.read(answers -> answers.optionalDate("day")), t);
            SeeOther answer = SeeOther.to(HOME).withNotice("representative.accepted", accepted.organisation());
            return accepted.reversible() ? answer.withUndo(undo(proposal, proposal)) : answer;
        } catch (Refused why) {
            return SeeOther.to(HOME).withWarning(why.messageKey(), why.arguments());
        }
    }

    /**
     * Accepts what was shown of an organisation. What changed meanwhile stays, to be looked at again.
     */
    @PostMapping("/accept")
    ModelAndView acceptAll(Form form, Words t) {
        List<UUID> accepted = new ArrayList<>();
        String organisation = "";
        boolean reversible = true;
        int left = 0;
        for (String shown : form.values("shown")) {
            try {
                UUID id = TextParser.id(shown.substring(0, Math.min(ID, shown.length())))
                        .orElseThrow(() -> new Refused("representative.refused.gone"));
                AcceptedCorrection each = correctionProposalService.accept(id, shown.substring(ID), null, t);
                accepted.add(id);
                organisation = each.organisation();
                reversible &= each.reversible();
            } catch (Refused why) {
                left++;
            }
        }
        SeeOther answer = left == 0
                ? SeeOther.to(HOME).withNotice("representative.accepted.all", accepted.size(), organisation)
                : SeeOther.to(HOME).withWarning("representative.accepted.some", accepted.size(), left);
        return accepted.isEmpty() || !reversible
                ? answer
                : answer.withUndo(undo(accepted.get(0), accepted.get(accepted.size() - 1)));
    }

    private static String undo(UUID first, UUID last) {
        return HOME + "/" + first + "/take-back/" + last;
    }

    @PostMapping("/{first}/take-back/{last}")
    ModelAndView takeBack(@PathVariable UUID first, @PathVariable UUID last, Words t) {
        try {
            return SeeOther.to(HOME)
                    .withNotice("representative.taken-back", correctionProposalService.takeBack(first, last, t));
        } catch (Refused why) {
            return SeeOther.to(HOME).withWarning(why.messageKey(), why.arguments());
        }
    }

    @PostMapping("/{proposal}/refuse")
    ModelAndView refuse(@PathVariable UUID proposal) {
        try {
            correctionProposalService.refuse(proposal);
            return SeeOther.to(HOME).withNotice("representative.refused");
        } catch (Refused why) {
            return SeeOther.to(HOME).withWarning(why.messageKey(), why.arguments());
        }
    }
}
