package org.convergence.resources.ledger.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.convergence.directory.people.Party;
import org.convergence.platform.access.Requires;
import org.convergence.resources.ledger.LedgerPermissions;
import org.convergence.resources.ledger.domain.AgedBalance.AgeingPolicy.DebtAge;
import org.convergence.resources.ledger.domain.InvoiceQueries.InvoiceFilter;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Computes what each payer owes on a day, by age of the debt. */
@Service
@Transactional(readOnly = true)
@Requires(LedgerPermissions.READ)
public class AgedBalance {

    private final InvoiceQueries invoices;

    AgedBalance(InvoiceQueries invoices) {
        this.invoices = invoices;
    }

    /**
     * What one payer owes in one currency.
     *
     * @param by age; ages without debt are absent
     */
    public record AgedDebt(Party payer, String name, CurrencyUnit currency, Map<DebtAge, Money> by) {

        public AgedDebt {
            by = Map.copyOf(by);
        }

        /** The sum of all ages. */
        public Money sum() {
            return by.values().stream().reduce(Money.zero(currency), Money::plus);
        }
    }

    private record DebtKey(Party payer, CurrencyUnit currency) {}

    /** The debts of each payer, the largest first. */
    public List<AgedDebt> computeDebts(LocalDate day) {
        Map<DebtKey, Map<DebtAge, Money>> debts = new LinkedHashMap<>();
        Map<Party, String> names = new LinkedHashMap<>();
        invoices.iterateAll(InvoiceFilter.open(day)).forEachRemaining(line -> {
            names.put(line.payer(), line.payerName());
            debts.computeIfAbsent(
                            new DebtKey(line.payer(), line.balance().getCurrencyUnit()),
                            it -> new EnumMap<>(DebtAge.class))
                    .merge(AgeingPolicy.ageOf(line.expectedOn(), day), line.balance(), Money::plus);
        });
        List<AgedDebt> all = new ArrayList<>();
        debts.forEach((whose, by) ->
                all.add(new AgedDebt(whose.payer(), String.valueOf(names.get(whose.payer())), whose.currency(), by)));
        all.sort(Comparator.comparing((AgedDebt it) -> it.sum().getAmount()).reversed());
        return all;
    }

    /** The age classes of debts in an aged balance. */
    public static final class AgeingPolicy {

        private AgeingPolicy() {}

        /** Days past the day on which payment is expected. */
        public enum DebtAge {
            NOT_DUE(Long.MIN_VALUE),
            UP_TO_30(1),
            UP_TO_60(31),
            UP_TO_90(61),
            OLDER(91);

            private final long from;

            DebtAge(long from) {
                this.from = from;
            }

            /** The message key of its name. */
            public String key() {
                return "ledger.age." + name();
            }
        }

        /** @param expectedOn the day by which it should be paid, a granted delay included */
        public static DebtAge ageOf(LocalDate expectedOn, LocalDate on) {
            long days = ChronoUnit.DAYS.between(expectedOn, on);
            DebtAge age = DebtAge.NOT_DUE;
            for (DebtAge each : DebtAge.values()) {
                age = days >= each.from ? each : age;
            }
            return age;
        }
    }
}
