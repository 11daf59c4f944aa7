package org.convergence.plan.time.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.util.List;
import java.util.stream.Stream;
import org.convergence.platform.database.Refused;

/** Working hours of each day of the week, 0 to 24, in hundredths; at least one day has some. */
public record WorkingWeek(
        BigDecimal monday,
        BigDecimal tuesday,
        BigDecimal wednesday,
        BigDecimal thursday,
        BigDecimal friday,
        BigDecimal saturday,
        BigDecimal sunday) {

    private static final BigDecimal DAY = BigDecimal.valueOf(24);

    public WorkingWeek {
        monday = sound(monday);
        tuesday = sound(tuesday);
        wednesday = sound(wednesday);
        thursday = sound(thursday);
        friday = sound(friday);
        saturday = sound(saturday);
        sunday = sound(sunday);
        if (Stream.of(monday, tuesday, wednesday, thursday, friday, saturday, sunday)
                .allMatch(hours -> hours.signum() == 0)) {
            throw new Refused("time.refused.no-hours");
        }
    }

    private static BigDecimal sound(BigDecimal hours) {
        if (hours.signum() < 0 || hours.compareTo(DAY) > 0) {
            throw new Refused("time.refused.day-hours");
        }
        return hours.setScale(2, RoundingMode.HALF_UP);
    }

    /** The hours of each day, Monday to Sunday. */
    public static WorkingWeek of(List<BigDecimal> days) {
        return new WorkingWeek(
                days.get(0), days.get(1), days.get(2), days.get(3), days.get(4), days.get(5), days.get(6));
    }

    /** The same hours on each day from Monday to Friday. */
    public static WorkingWeek fiveDays(String hours) {
        BigDecimal each = new BigDecimal(hours);
        return new WorkingWeek(each, each, each, each, each, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    public List<BigDecimal> days() {
        return List.of(monday, tuesday, wednesday, thursday, friday, saturday, sunday);
    }

    /** Hours of a day. */
    public BigDecimal hoursOn(DayOfWeek day) {
        return days().get(day.getValue() - 1);
    }

    /** Hours of the week. */
    public BigDecimal total() {
        return days().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
