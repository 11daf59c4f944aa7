package org.convergence.resources.ledger.domain;

import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convergence.directory.people.Party;
import org.convergence.platform.text.TextNormalizer;
import org.convergence.resources.ledger.domain.BankMatch.BankLineText;
import org.convergence.resources.ledger.domain.BankMatch.IncomingLine;
import org.convergence.resources.ledger.domain.BankMatch.MatchCertainty;
import org.convergence.resources.ledger.domain.BankMatch.MatchDepositSlip;
import org.convergence.resources.ledger.domain.BankMatch.MatchInvoice;
import org.convergence.resources.ledger.domain.BankMatch.MatchOrganisation;
import org.convergence.resources.ledger.domain.BankMatch.MatchPayment;
import org.convergence.resources.ledger.domain.BankMatch.MatchProposal;
import org.convergence.resources.ledger.domain.BankMatch.MatchReason;
import org.convergence.resources.ledger.domain.PayerName.NameMatch;
import org.convergence.resources.ledger.domain.PayerName.NamePresence;
import org.jspecify.annotations.Nullable;

/** Proposes what each bank line may be, with the reason. No ambiguous proposal is certain. */
public final class MatchPolicy {

    /** A year and a number, after a word for it or alone; no date, in whatever notation. */
    private static final Pattern NUMBER =
            Pattern.compile("(?:^| )(?:(?:f|no|fact|facture|inv|invoice) ?|(?<!(?:^| )\\d{1,2} ))(20\\d{2})"
                    + " (\\d{3,4}|\\d{1,2}(?! \\d{1,2}(?: |$)))(?= |$)");

    private static final Pattern DEPOSIT_WORDS = Pattern.compile(
            "depot|depots|deposit|comptoir|guichet|counter|atm|gab|caisse|succursale|branch|teller|cheque|cheques|chq");

    private static final String DIRECT = "direct";
    private static final int MOST = 4;
    private static final int EQUALS = 3;
    private static final int SLIP_DAYS = 15;
    private static final int NOTED_DAYS = 20;

    private final List<MatchDepositSlip> slips;
    private final List<MatchPayment> noted;
    private final Map<String, MatchInvoice> byNumber = new HashMap<>();
    private final Map<Party, MatchDebtor> debtors = new LinkedHashMap<>();
    private final PayerNameFinder<MatchDebtor> names;
    private final Map<String, PayerName> byName = new HashMap<>();

    private record MatchDebtor(Party party, List<MatchInvoice> owes) {

        BigDecimal sum() {
            return owes.stream().map(MatchInvoice::balance).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    /**
     * @param owed the first due first
     * @param organisations those that a text may mean, with debt or without
     */
    public MatchPolicy(
            List<MatchInvoice> owed,
            List<MatchDepositSlip> slips,
            List<MatchPayment> noted,
            Collection<MatchOrganisation> organisations) {
        this.slips = List.copyOf(slips);
        this.noted = List.copyOf(noted);
        for (MatchInvoice each : owed) {
            byNumber.put(each.number(), each);
            debtors.computeIfAbsent(each.payer(), it -> new MatchDebtor(it, new ArrayList<>()))
                    .owes()
                    .add(each);
        }
        Map<MatchDebtor, PayerName> known = new LinkedHashMap<>();
        Map<UUID, PayerName> others = new LinkedHashMap<>();
        for (MatchOrganisation each : organisations) {
            PayerName name = PayerName.of(each.name(), each.otherNames());
            others.put(each.id().value(), name);
            byName.put(each.name(), name);
        }
        debtors.forEach((party, it) -> known.put(
                it,
                others.getOrDefault(party.value(), PayerName.of(it.owes().get(0).payerName()))));
        debtors.keySet().forEach(it -> others.remove(it.value()));
        names = new PayerNameFinder<>(known, others.values());
    }

    /**
     * The proposals for each line, the surest first. A record claimed by one line with certainty is not proposed for
     * another.
     */
    public Map<IncomingLine, List<MatchProposal>> propose(List<IncomingLine> lines) {
        Set<Object> claimed = new HashSet<>();
        Map<IncomingLine, List<MatchProposal>> all = new LinkedHashMap<>();
        for (IncomingLine line : lines) {
            List<MatchProposal> found = new ArrayList<>();
            for (MatchProposal each : propose(line)) {
                boolean certain = each.certainty() == MatchCertainty.CERTAIN;
                boolean taken = certain && each.claimedRecords().stream().anyMatch(claimed::contains);
                found.add(taken ? each.withCertainty(MatchCertainty.LIKELY) : each);
                if (certain && !taken) {
                    claimed.addAll(each.claimedRecords());
                }
            }
            all.put(line, found);
        }
        return all;
    }

    private List<MatchProposal> propose(IncomingLine line) {
        String text = TextNormalizer.fold(line.text() + " " + (line.reference() == null ? "" : line.reference()));
        BankLineText words = BankLineText.of(line.text(), line.reference());
        List<MatchProposal> found = new ArrayList<>();
        proposeByNumber(line, text, found);
        proposeSlips(line, words, found);
        proposePayments(line, words, found);
        names.findIn(words).forEach(it -> found.add(proposeByName(line, it)));
        proposeByAmount(line, found);
        Map<String, MatchProposal> once = new LinkedHashMap<>();
        found.stream()
                .sorted(Comparator.comparing(MatchProposal::certainty).thenComparing(MatchProposal::reason))
                .forEach(it -> once.putIfAbsent(it.key(), it));
        long certain = once.values().stream()
                .filter(it -> it.certainty() == MatchCertainty.CERTAIN)
                .count();
        return once.values().stream()
                .map(it -> certain <= 1 || it.certainty() != MatchCertainty.CERTAIN
                        ? it
                        : it.withCertainty(MatchCertainty.LIKELY))
                .limit(MOST)
                .toList();
    }

    private void proposeByNumber(IncomingLine line, String text, List<MatchProposal> found) {
        Set<MatchInvoice> meant = new java.util.LinkedHashSet<>();
        Matcher number = NUMBER.matcher(text.replaceAll("(^| )f(20\\d{2}) ", "$1f $2 "));
        while (number.find()) {
            MatchInvoice owed =
                    byNumber.get("F-" + number.group(1) + "-" + "%04d".formatted(Integer.parseInt(number.group(2))));
            if (owed != null) {
                meant.add(owed);
            }
        }
        if (!meant.isEmpty()) {
            List<MatchInvoice> all = List.copyOf(meant);
            BigDecimal sum = all.stream().map(MatchInvoice::balance).reduce(BigDecimal.ZERO, BigDecimal::add);
            boolean exact = sum.compareTo(line.amount()) == 0;
            found.add(settling(
                    exact ? MatchCertainty.CERTAIN : MatchCertainty.LIKELY,
                    exact ? MatchReason.NUMBER : MatchReason.NUMBER_ONLY,
                    "",
                    all,
                    line.amount()));
        }
    }

    /** The text must mention a deposit; a transfer from a person is none, whatever its amount. */
    private void proposeSlips(IncomingLine line, BankLineText text, List<MatchProposal> found) {
        List<String> told = text.words().stream()
                .map(BankLineText.BankLineWord::folded)
                .filter(it -> DEPOSIT_WORDS.matcher(it).matches())
                .toList();
        boolean direct = text.has(DIRECT) || names.isNamed(text);
        List<MatchDepositSlip> equal = slips.stream()
                .filter(it -> it.bank().equals(line.bank()) && it.sum().compareTo(line.amount()) == 0)
                .filter(it -> !it.madeOn().isAfter(line.day().plusDays(1))
                        && !it.madeOn().isBefore(line.day().minusDays(SLIP_DAYS)))
                .toList();
        for (MatchDepositSlip each : equal) {
            boolean said = !told.isEmpty() && !direct;
            found.add(new MatchProposal(
                    !said
                            ? MatchCertainty.POSSIBLE
                            : equal.size() == 1 ? MatchCertainty.CERTAIN : MatchCertainty.LIKELY,
                    said ? MatchReason.DEPOSIT : MatchReason.DEPOSIT_AMOUNT,
                    List.of(each.number()),
                    null,
                    "",
                    said ? text.originalWords(told) : "",
                    List.of(),
                    BigDecimal.ZERO,
                    each.id(),
                    null));
        }
    }

    private void proposePayments(IncomingLine line, BankLineText text, List<MatchProposal> found) {
        List<MatchPayment> equal = noted.stream()
                .filter(it -> it.amount().compareTo(line.amount()) == 0
                        && (it.bank() == null || it.bank().equals(line.bank()))
                        && Math.abs(ChronoUnit.DAYS.between(it.on(), line.day())) <= NOTED_DAYS)
                .toList();
        Map<MatchPayment, NameMatch> named = new HashMap<>();
        equal.forEach(it -> named.put(it, recognise(it, text)));
        NamePresence least = names.isNamed(text) ? NamePresence.WHOLE : NamePresence.LIKE;
        named.values().removeIf(it -> it.here().compareTo(least) > 0);
        for (MatchPayment each : equal) {
            NameMatch here = named.get(each);
            found.add(new MatchProposal(
                    here == null
                            ? MatchCertainty.POSSIBLE
                            : named.size() == 1 && here.here() == NamePresence.WHOLE
                                    ? MatchCertainty.CERTAIN
                                    : MatchCertainty.LIKELY,
                    MatchReason.ofPayment(here != null, each.on().equals(line.day())),
                    List.of(),
                    null,
                    each.payer(),
                    here == null ? "" : here.written(),
                    List.of(),
                    BigDecimal.ZERO,
                    null,
                    each.id()));
        }
    }

    /** The presence in a text of a payment’s reference, or of its payer’s name. */
    private NameMatch recognise(MatchPayment payment, BankLineText text) {
        List<String> reference = payment.reference() == null
                ? List.of()
                : BankLineText.of(payment.reference(), null).words().stream()
                        .map(BankLineText.BankLineWord::folded)
                        .toList();
        if (String.join("", reference).length() >= 3 && reference.stream().allMatch(text::has)) {
            return new NameMatch(NamePresence.WHOLE, Set.of(), text.originalWords(reference));
        }
        return byName.getOrDefault(payment.payer(), PayerName.of(payment.payer()))
                .match(text, it -> true);
    }

    private static MatchProposal proposeByName(IncomingLine line, PayerNameFinder.NamedPayer<MatchDebtor> it) {
        MatchDebtor debtor = it.who();
        MatchCertainty sure = it.certainty();
        String written = it.written();
        for (MatchInvoice each : debtor.owes()) {
            if (each.balance().compareTo(line.amount()) == 0) {
                return settling(sure, MatchReason.NAME_AND_INVOICE, written, List.of(each), line.amount());
            }
        }
        MatchCertainty likely = sure == MatchCertainty.POSSIBLE ? sure : MatchCertainty.LIKELY;
        if (debtor.sum().compareTo(line.amount()) == 0) {
            return settling(sure, MatchReason.NAME_AND_ALL, written, debtor.owes(), line.amount());
        }
        List<MatchInvoice> some = InvoiceAmountMatcher.findSum(debtor.owes(), line.amount());
        if (!some.isEmpty()) {
            return settling(likely, MatchReason.NAME_AND_SOME, written, some, line.amount());
        }
        List<MatchInvoice> near = InvoiceAmountMatcher.findNear(debtor.owes(), line.amount());
        return near.isEmpty()
                ? settling(MatchCertainty.POSSIBLE, MatchReason.NAME, written, debtor.owes(), line.amount())
                : settling(likely, MatchReason.NAME_AND_NEARLY, written, near, line.amount());
    }

    private void proposeByAmount(IncomingLine line, List<MatchProposal> found) {
        List<MatchInvoice> equal = byNumber.values().stream()
                .filter(it -> it.balance().compareTo(line.amount()) == 0)
                .sorted(Comparator.comparing(MatchInvoice::number))
                .toList();
        equal.stream()
                .limit(EQUALS)
                .forEach(it -> found.add(
                        settling(MatchCertainty.POSSIBLE, MatchReason.AMOUNT, "", List.of(it), line.amount())));
        debtors.values().stream()
                .filter(it -> it.owes().size() > 1 && it.sum().compareTo(line.amount()) == 0)
                .limit(EQUALS)
                .forEach(it -> found.add(
                        settling(MatchCertainty.POSSIBLE, MatchReason.AMOUNT_OF_ALL, "", it.owes(), line.amount())));
    }

    private static MatchProposal settling(
            MatchCertainty certainty, MatchReason reason, String written, List<MatchInvoice> owed, BigDecimal amount) {
        List<PaymentPart> parts = AllocationPolicy.propose(
                amount,
                owed.stream()
                        .map(it -> new AllocationPolicy.OpenInvoice(it.id(), it.number(), it.balance()))
                        .toList());
        List<MatchInvoice> settled = owed.stream()
                .filter(it -> parts.stream().anyMatch(part -> it.id().equals(part.invoice())))
                .toList();
        BigDecimal asked = settled.stream().map(MatchInvoice::balance).reduce(BigDecimal.ZERO, BigDecimal::add);
        @Nullable Party payer = owed.get(0).payer();
        return new MatchProposal(
                certainty,
                reason,
                settled.stream().map(MatchInvoice::number).toList(),
                payer,
                owed.get(0).payerName(),
                written,
                parts,
                asked.subtract(amount).max(BigDecimal.ZERO),
                null,
                null);
    }
}
