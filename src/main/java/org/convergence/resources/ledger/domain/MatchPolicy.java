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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convergence.directory.people.Party;
import org.convergence.platform.text.Fold;
import org.convergence.resources.ledger.domain.Match.Certainty;
import org.convergence.resources.ledger.domain.Match.Line;
import org.convergence.resources.ledger.domain.Match.Noted;
import org.convergence.resources.ledger.domain.Match.Owed;
import org.convergence.resources.ledger.domain.Match.Proposal;
import org.convergence.resources.ledger.domain.Match.Reason;
import org.convergence.resources.ledger.domain.Match.Slip;
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

    private final List<Slip> slips;
    private final List<Noted> noted;
    private final Map<String, Owed> byNumber = new HashMap<>();
    private final Map<Party, Debtor> debtors = new LinkedHashMap<>();
    private final NamedInText<Debtor> names;

    private record Debtor(Party party, List<Owed> owes) {

        BigDecimal sum() {
            return owes.stream().map(Owed::balance).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    /**
     * @param owed the first due first
     * @param others names of organisations without debt that a text may still mean
     */
    public MatchPolicy(List<Owed> owed, List<Slip> slips, List<Noted> noted, Collection<String> others) {
        this.slips = List.copyOf(slips);
        this.noted = List.copyOf(noted);
        for (Owed each : owed) {
            byNumber.put(each.number(), each);
            debtors.computeIfAbsent(each.payer(), it -> new Debtor(it, new ArrayList<>()))
                    .owes()
                    .add(each);
        }
        Map<Debtor, PayerName> known = new LinkedHashMap<>();
        debtors.values()
                .forEach(it -> known.put(it, PayerName.of(it.owes().get(0).payerName())));
        names = new NamedInText<>(known, others.stream().map(PayerName::of).toList());
    }

    /**
     * The proposals for each line, the surest first. A record claimed by one line with certainty is not proposed for
     * another.
     */
    public Map<Line, List<Proposal>> propose(List<Line> lines) {
        Set<Object> claimed = new HashSet<>();
        Map<Line, List<Proposal>> all = new LinkedHashMap<>();
        for (Line line : lines) {
            List<Proposal> found = new ArrayList<>();
            for (Proposal each : propose(line)) {
                boolean certain = each.certainty() == Certainty.CERTAIN;
                boolean taken = certain && each.things().stream().anyMatch(claimed::contains);
                found.add(taken ? each.as(Certainty.LIKELY) : each);
                if (certain && !taken) {
                    claimed.addAll(each.things());
                }
            }
            all.put(line, found);
        }
        return all;
    }

    private List<Proposal> propose(Line line) {
        String text = Fold.of(line.text() + " " + (line.reference() == null ? "" : line.reference()));
        LineText words = LineText.of(line.text(), line.reference());
        List<Proposal> found = new ArrayList<>();
        numbered(line, text, found);
        slips(line, words, found);
        noted(line, words, found);
        names.in(words).forEach(it -> found.add(named(line, it)));
        ofAmount(line, found);
        Map<String, Proposal> once = new LinkedHashMap<>();
        found.stream()
                .sorted(Comparator.comparing(Proposal::certainty).thenComparing(Proposal::reason))
                .forEach(it -> once.putIfAbsent(it.key(), it));
        boolean clear = once.values().stream()
                        .filter(it -> it.certainty() == Certainty.CERTAIN)
                        .count()
                <= 1;
        return once.values().stream()
                .map(it -> clear || it.certainty() != Certainty.CERTAIN ? it : it.as(Certainty.LIKELY))
                .limit(MOST)
                .toList();
    }

    private void numbered(Line line, String text, List<Proposal> found) {
        Set<Owed> meant = new java.util.LinkedHashSet<>();
        Matcher number = NUMBER.matcher(text.replaceAll("(^| )f(20\\d{2}) ", "$1f $2 "));
        while (number.find()) {
            Owed owed =
                    byNumber.get("F-" + number.group(1) + "-" + "%04d".formatted(Integer.parseInt(number.group(2))));
            if (owed != null) {
                meant.add(owed);
            }
        }
        if (!meant.isEmpty()) {
            List<Owed> all = List.copyOf(meant);
            BigDecimal sum = all.stream().map(Owed::balance).reduce(BigDecimal.ZERO, BigDecimal::add);
            boolean exact = sum.compareTo(line.amount()) == 0;
            found.add(settling(
                    exact ? Certainty.CERTAIN : Certainty.LIKELY,
                    exact ? Reason.NUMBER : Reason.NUMBER_ONLY,
                    "",
                    all,
                    line.amount()));
        }
    }

    /** The text must mention a deposit; a transfer from a person is none, whatever its amount. */
    private void slips(Line line, LineText text, List<Proposal> found) {
        List<String> told = text.words().stream()
                .map(LineText.Word::folded)
                .filter(it -> DEPOSIT_WORDS.matcher(it).matches())
                .toList();
        boolean direct = text.has(DIRECT) || names.isNamed(text);
        List<Slip> equal = slips.stream()
                .filter(it -> it.bank().equals(line.bank()) && it.sum().compareTo(line.amount()) == 0)
                .filter(it -> !it.madeOn().isAfter(line.day().plusDays(1))
                        && !it.madeOn().isBefore(line.day().minusDays(SLIP_DAYS)))
                .toList();
        for (Slip each : equal) {
            boolean said = !told.isEmpty() && !direct;
            found.add(new Proposal(
                    !said ? Certainty.POSSIBLE : equal.size() == 1 ? Certainty.CERTAIN : Certainty.LIKELY,
                    said ? Reason.DEPOSIT : Reason.DEPOSIT_AMOUNT,
                    List.of(each.number()),
                    null,
                    "",
                    said ? text.written(told) : "",
                    List.of(),
                    BigDecimal.ZERO,
                    each.id(),
                    null));
        }
    }

    private void noted(Line line, LineText text, List<Proposal> found) {
        List<Noted> equal = noted.stream()
                .filter(it -> it.amount().compareTo(line.amount()) == 0
                        && (it.bank() == null || it.bank().equals(line.bank()))
                        && Math.abs(ChronoUnit.DAYS.between(it.on(), line.day())) <= NOTED_DAYS)
                .toList();
        long named = equal.stream().filter(it -> !said(it, text).isEmpty()).count();
        for (Noted each : equal) {
            String said = said(each, text);
            found.add(new Proposal(
                    said.isEmpty() ? Certainty.POSSIBLE : named == 1 ? Certainty.CERTAIN : Certainty.LIKELY,
                    said.isEmpty() ? Reason.PAYMENT : Reason.PAYMENT_NAMED,
                    List.of(),
                    null,
                    each.payer(),
                    said,
                    List.of(),
                    BigDecimal.ZERO,
                    null,
                    each.id()));
        }
    }

    /** The words of a text that name a payment: its reference, or its payer. */
    private static String said(Noted payment, LineText text) {
        List<String> reference = payment.reference() == null
                ? List.of()
                : LineText.of(payment.reference(), null).words().stream()
                        .map(LineText.Word::folded)
                        .toList();
        if (String.join("", reference).length() >= 3 && reference.stream().allMatch(text::has)) {
            return text.written(reference);
        }
        PayerName.Found payer = PayerName.of(payment.payer()).in(text, it -> true);
        return payer.here() == PayerName.Here.WHOLE ? payer.written() : "";
    }

    private static Proposal named(Line line, NamedInText.Named<Debtor> it) {
        Debtor debtor = it.who();
        Certainty sure = it.certainty();
        String written = it.written();
        for (Owed each : debtor.owes()) {
            if (each.balance().compareTo(line.amount()) == 0) {
                return settling(sure, Reason.NAME_AND_INVOICE, written, List.of(each), line.amount());
            }
        }
        Certainty likely = sure == Certainty.POSSIBLE ? sure : Certainty.LIKELY;
        if (debtor.sum().compareTo(line.amount()) == 0) {
            return settling(sure, Reason.NAME_AND_ALL, written, debtor.owes(), line.amount());
        }
        List<Owed> some = SumOfSome.of(debtor.owes(), line.amount());
        if (!some.isEmpty()) {
            return settling(likely, Reason.NAME_AND_SOME, written, some, line.amount());
        }
        List<Owed> near = NearlyOwed.of(debtor.owes(), line.amount());
        return near.isEmpty()
                ? settling(Certainty.POSSIBLE, Reason.NAME, written, debtor.owes(), line.amount())
                : settling(likely, Reason.NAME_AND_NEARLY, written, near, line.amount());
    }

    private void ofAmount(Line line, List<Proposal> found) {
        List<Owed> equal = byNumber.values().stream()
                .filter(it -> it.balance().compareTo(line.amount()) == 0)
                .sorted(Comparator.comparing(Owed::number))
                .toList();
        equal.stream()
                .limit(EQUALS)
                .forEach(it -> found.add(settling(Certainty.POSSIBLE, Reason.AMOUNT, "", List.of(it), line.amount())));
        debtors.values().stream()
                .filter(it -> it.owes().size() > 1 && it.sum().compareTo(line.amount()) == 0)
                .limit(EQUALS)
                .forEach(it ->
                        found.add(settling(Certainty.POSSIBLE, Reason.AMOUNT_OF_ALL, "", it.owes(), line.amount())));
    }

    private static Proposal settling(
            Certainty certainty, Reason reason, String written, List<Owed> owed, BigDecimal amount) {
        List<Part> parts = AllocationPolicy.propose(
                amount,
                owed.stream()
                        .map(it -> new AllocationPolicy.Open(it.id(), it.number(), it.balance()))
                        .toList());
        List<Owed> settled = owed.stream()
                .filter(it -> parts.stream().anyMatch(part -> it.id().equals(part.invoice())))
                .toList();
        BigDecimal asked = settled.stream().map(Owed::balance).reduce(BigDecimal.ZERO, BigDecimal::add);
        @Nullable Party payer = owed.get(0).payer();
        return new Proposal(
                certainty,
                reason,
                settled.stream().map(Owed::number).toList(),
                payer,
                owed.get(0).payerName(),
                written,
                parts,
                asked.subtract(amount).max(BigDecimal.ZERO),
                null,
                null);
    }
}
