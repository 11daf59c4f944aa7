package org.convergence.resources.ledger.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Address;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.Page;
import org.convergence.platform.shell.Slice;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.text.Words;
import org.convergence.resources.ledger.BankLineId;
import org.convergence.resources.ledger.LedgerPermissions;
import org.convergence.resources.ledger.domain.BankLines;
import org.convergence.resources.ledger.domain.BankLines.Which;
import org.convergence.resources.ledger.domain.LineMatching;
import org.convergence.resources.ledger.domain.LineTies;
import org.convergence.resources.ledger.domain.Match;
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
class BankController {

    private static final int SHOWN = 50;

    private final BankLines lines;
    private final LineMatching matching;
    private final LineTies ties;
    private final LedgerTabs tabs;

    BankController(BankLines lines, LineMatching matching, LineTies ties, LedgerTabs tabs) {
        this.lines = lines;
        this.matching = matching;
        this.ties = ties;
        this.tabs = tabs;
    }

    @GetMapping
    @Requires(LedgerPermissions.READ)
    ModelAndView show(Form asked, Words t) {
        Which which = Arrays.stream(Which.values())
                .filter(it -> it.name().equals(asked.value("which")))
                .findFirst()
                .orElse(Which.OPEN);
        String after = asked.filled("after") ? asked.value("after") : null;
        Slice<BankLines.Line> slice = Slice.of(lines.some(which, after, SHOWN + 1), SHOWN, BankLines.Line::position);
        Map<BankLineId, List<Match.Proposal>> proposals = matching.proposals(slice.rows());
        BankLines.Counts counts = lines.counts();
        Address here = Address.of(BankUrls.BANK).with("which", which.name());
        String next = slice.next();
        int certain = (int) proposals.values().stream()
                .filter(it -> !it.isEmpty() && it.get(0).certainty() == Match.Certainty.CERTAIN)
                .count();
        return Page.of(
                "resources/ledger/bank",
                new BankPage(
                        tabs.on(BankUrls.BANK, t),
                        kinds(which, counts, t),
                        which.name(),
                        t.say("ledger.bank.lead", counts.open()),
                        slice.rows().stream()
                                .map(it -> BankRows.of(it, proposals, t))
                                .toList(),
                        certain,
                        CurrentActor.get().may(LedgerPermissions.RECORD),
                        counts.none(),
                        after == null ? null : here.toString(),
                        next == null ? null : here.with("after", next).toString()));
    }

    private static List<Tab> kinds(Which shown, BankLines.Counts counts, Words t) {
        return Arrays.stream(Which.values())
                .map(it -> new Tab(
                        t.say(it.key(), counts.of(it)),
                        Address.of(BankUrls.BANK).with("which", it.name()).toString(),
                        it == shown))
                .toList();
    }

    @PostMapping("/certain")
    ModelAndView acceptCertain() {
        LineMatching.Accepted accepted = matching.acceptCertain();
        return accepted.lines() == 0
                ? Go.to(BankUrls.BANK).warning("ledger.bank.none-certain")
                : Go.to(BankUrls.BANK)
                        .saying("ledger.bank.accepted-certain", accepted.lines())
                        .undo(BankUrls.BANK + "/gestures/" + accepted.gesture() + "/undo");
    }

    @PostMapping("/outgoing")
    ModelAndView setOutgoingAside() {
        LineMatching.Accepted aside = ties.setOutgoingAside();
        return Go.to(BankUrls.BANK)
                .saying("ledger.bank.outgoing-aside", aside.lines())
                .undo(BankUrls.BANK + "/gestures/" + aside.gesture() + "/undo");
    }

    @PostMapping("/gestures/{gesture}/undo")
    ModelAndView undo(@PathVariable UUID gesture) {
        return Go.to(BankUrls.BANK).saying("ledger.bank.opened-again", ties.undo(gesture));
    }
}
