package org.convergence.resources.ledger.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.convergence.directory.people.Party;
import org.convergence.platform.access.Requires;
import org.convergence.resources.ledger.LedgerPermissions;
import org.convergence.resources.ledger.domain.AgeingPolicy.Age;
import org.convergence.resources.ledger.domain.Invoices.Asked;
import org.convergence.resources.ledger.domain.Invoices.Line;
import org.convergence.resources.ledger.domain.Invoices.Which;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Computes what each payer owes on a day, by age of the debt. */
@Service
@Transactional(readOnly = true)
@Requires(LedgerPermissions.READ)
public class AgedBalance {

    private static final int AT_ONCE = 500;

    private final Invoices invoices;

    AgedBalance(Invoices invoices) {
        this.invoices = invoices;
    }

    /**
     * What one payer owes in one currency.
     *
     * @param by age; ages without debt are absent
     */
    public record Debt(Party payer, String name, CurrencyUnit currency, Map<Age, Money> by) {

        public Debt {
            by = Map.copyOf(by);
        }

        /** The sum of all ages. */
        public Money sum() {
            return by.values().stream().reduce(Money.zero(currency), Money::plus);
        }
    }

    private record Whose(Party payer, CurrencyUnit currency) {}

    /** The debts of each payer, the largest first. */
    public List<Debt> on(LocalDate day) {
        Map<Whose, Map<Age, Money>> debts = new LinkedHashMap<>();
        Map<Party, String> names = new LinkedHashMap<>();
        Asked asked = new Asked(day, Which.OPEN, null, "", "");
        String after = "";
        List<Line> lines;
        do {
            lines = invoices.some(asked, after, AT_ONCE);
            for (Line line : lines) {
                names.put(line.payer(), line.payerName());
                debts.computeIfAbsent(
                                new Whose(line.payer(), line.balance().getCurrencyUnit()),
                                it -> new EnumMap<>(Age.class))
                        .merge(AgeingPolicy.age(line.expectedOn(), day), line.balance(), Money::plus);
                after = line.position();
            }
        } while (lines.size() == AT_ONCE);
        List<Debt> all = new ArrayList<>();
        debts.forEach((whose, by) ->
                all.add(new Debt(whose.payer(), String.valueOf(names.get(whose.payer())), whose.currency(), by)));
        all.sort(Comparator.comparing((Debt it) -> it.sum().getAmount()).reversed());
        return all;
    }
}
