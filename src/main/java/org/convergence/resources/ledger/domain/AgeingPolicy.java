package org.convergence.resources.ledger.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The age classes of debts in an aged balance. */
public final class AgeingPolicy {

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
