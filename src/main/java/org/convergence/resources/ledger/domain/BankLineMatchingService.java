package org.convergence.resources.ledger.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Refused;
import org.convergence.resources.ledger.BankLineId;
import org.convergence.resources.ledger.LedgerPermissions;
import org.convergence.resources.ledger.domain.BankMatch.MatchCertainty;
import org.convergence.resources.ledger.domain.BankMatch.MatchProposal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Identifies bank lines. Each line is tied in its own transaction: if the work breaks off, tied lines are complete and
 * the rest stay open.
 */
@Service
@Requires(LedgerPermissions.RECORD)
public class BankLineMatchingService {

    private static final int AT_ONCE = 500;

    private final BankLineQueries lines;
    private final MatchCandidateQueries candidates;
    private final BankLineTieService ties;
    private final TransactionTemplate each;

    BankLineMatchingService(
            BankLineQueries lines,
            MatchCandidateQueries candidates,
            BankLineTieService ties,
            PlatformTransactionManager transactions) {
        this.lines = lines;
        this.candidates = candidates;
        this.ties = ties;
        this.each = new TransactionTemplate(transactions);
    }

    /** The lines accepted in one action, with the id that undoes it. */
    public record AcceptedLines(UUID gesture, int lines, int refused) {}

    /** The proposals for each line; lines of money paid out have none. */
    @Requires(LedgerPermissions.READ)
    public Map<BankLineId, List<MatchProposal>> findProposals(List<BankLineQueries.BankLine> some) {
        Map<BankLineId, List<MatchProposal>> all = new LinkedHashMap<>();
        some.stream()
                .filter(it -> it.state() == BankLineQueries.BankLineState.OPEN
                        && it.amount().isPositive())
                .collect(Collectors.groupingBy(
                        it -> it.amount().getCurrencyUnit().getCode(), LinkedHashMap::new, Collectors.toList()))
                .forEach((currency, of) -> {
                    List<BankMatch.IncomingLine> those =
                            of.stream().map(BankLineMatchingService::line).toList();
                    candidates
                            .createPolicy(currency, those)
                            .propose(those)
                            .forEach((line, proposals) -> all.put(line.id(), proposals));
                });
        return all;
    }

    private static BankMatch.IncomingLine line(BankLineQueries.BankLine it) {
        return new BankMatch.IncomingLine(
                it.id(), it.bank(), it.day(), it.amount().getAmount(), it.text(), it.reference());
    }

    /**
     * Accepts a proposal for a line.
     *
     * @param key of the proposal
     * @throws Refused if it is no longer proposed, or another user identified the line
     */
    public void accept(BankLineId id, int version, String key) {
        BankLineQueries.BankLine line = lines.findById(id);
        MatchProposal chosen = findProposals(List.of(line)).getOrDefault(id, List.of()).stream()
                .filter(it -> it.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new Refused("ledger.refused.proposal-gone"));
        each.executeWithoutResult(status -> ties.tie(line, version, chosen, Ids.next()));
    }

    /** Accepts all certain proposals. Lines refused, since another user was faster, are left. */
    public AcceptedLines acceptCertain() {
        UUID gesture = Ids.next();
        List<BankLineQueries.BankLine> open = lines.findPage(BankLineQueries.BankLineSelection.OPEN, null, AT_ONCE);
        Map<BankLineId, List<MatchProposal>> all = findProposals(open);
        int tied = 0;
        int refused = 0;
        for (BankLineQueries.BankLine line : open) {
            MatchProposal first = all.getOrDefault(line.id(), List.of()).stream()
                    .findFirst()
                    .filter(it -> it.certainty() == MatchCertainty.CERTAIN)
                    .orElse(null);
            if (first != null) {
                try {
                    each.executeWithoutResult(status -> ties.tie(line, line.version(), first, gesture));
                    tied++;
                } catch (Refused faster) {
                    refused++;
                }
            }
        }
        return new AcceptedLines(gesture, tied, refused);
    }
}
