package org.convergence.resources.ledger.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.list.ListRequest;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.ListSlice;
import org.convergence.platform.shell.PageAddress;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.text.Words;
import org.convergence.resources.ledger.BankLineId;
import org.convergence.resources.ledger.LedgerPermissions;
import org.convergence.resources.ledger.domain.BankLineMatchingService;
import org.convergence.resources.ledger.domain.BankLineQueries;
import org.convergence.resources.ledger.domain.BankLineQueries.BankLineSelection;
import org.convergence.resources.ledger.domain.BankLineTieService;
import org.convergence.resources.ledger.domain.BankMatch;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Lists bank lines with their proposals; accepts the certain ones together. */
@Controller
@RequestMapping("/resources/ledger/bank")
@Requires(LedgerPermissions.RECORD)
record BankLineListController(
        BankLineQueries lines, BankLineMatchingService bankLineMatchingService, BankLineTieService ties) {

    private static final int SHOWN = 50;

    @GetMapping
    @Requires(LedgerPermissions.READ)
    ModelAndView show(Form asked, Words t) {
        BankLineSelection which = Arrays.stream(BankLineSelection.values())
                .filter(it -> it.name().equals(asked.value("which")))
                .findFirst()
                .orElse(BankLineSelection.OPEN);
        String after = asked.filled("after") ? asked.value("after") : null;
        ListSlice<BankLineQueries.BankLine> slice = lines.findSlice(new ListRequest<>(which, "", after, SHOWN));
        Map<BankLineId, List<BankMatch.MatchProposal>> proposals = bankLineMatchingService.findProposals(slice.rows());
        BankLineQueries.BankLineCounts counts = lines.count();
        PageAddress here = PageAddress.of(LedgerUrls.BANK).with("which", which.name());
        String next = slice.next();
        int certain = (int) proposals.values().stream()
                .filter(it -> !it.isEmpty() && it.get(0).certainty() == BankMatch.MatchCertainty.CERTAIN)
                .count();
        return PageView.of(
                "resources/ledger/bank",
                new BankPage(
                        LedgerTabs.findVisible(LedgerUrls.BANK, t),
                        kinds(which, counts, t),
                        which.name(),
                        t.say("ledger.bank.lead", counts.open()),
                        slice.rows().stream()
                                .map(it -> BankLineFormatter.row(it, proposals, t))
                                .toList(),
                        certain,
                        CurrentActor.get().may(LedgerPermissions.RECORD),
                        counts.isEmpty(),
                        after == null ? null : here.toString(),
                        next == null ? null : here.with("after", next).toString()));
    }

    private static List<Tab> kinds(BankLineSelection shown, BankLineQueries.BankLineCounts counts, Words t) {
        return Arrays.stream(BankLineSelection.values())
                .map(it -> new Tab(
                        t.say(it.key(), counts.countOf(it)),
                        PageAddress.of(LedgerUrls.BANK).with("which", it.name()).toString(),
                        it == shown))
                .toList();
    }

    @PostMapping("/certain")
    ModelAndView acceptCertain() {
        BankLineMatchingService.AcceptedLines accepted = bankLineMatchingService.acceptCertain();
        return accepted.lines() == 0
                ? SeeOther.to(LedgerUrls.BANK).withWarning("ledger.bank.none-certain")
                : SeeOther.to(LedgerUrls.BANK)
                        .withNotice("ledger.bank.accepted-certain", accepted.lines())
                        .withUndo(LedgerUrls.BANK + "/gestures/" + accepted.gesture() + "/undo");
    }

    @PostMapping("/outgoing")
    ModelAndView setOutgoingAside() {
        BankLineMatchingService.AcceptedLines aside = ties.setOutgoingAside();
        return SeeOther.to(LedgerUrls.BANK)
                .withNotice("ledger.bank.outgoing-aside", aside.lines())
                .withUndo(LedgerUrls.BANK + "/gestures/" + aside.gesture() + "/undo");
    }

    @PostMapping("/gestures/{gesture}/undo")
    ModelAndView undo(@PathVariable UUID gesture) {
        return SeeOther.to(LedgerUrls.BANK).withNotice("ledger.bank.opened-again", ties.undo(gesture));
    }
}
