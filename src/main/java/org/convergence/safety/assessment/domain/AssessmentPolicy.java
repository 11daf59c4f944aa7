package org.convergence.safety.assessment.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/** Scores of a self-assessment (R-SEC-11). */
public final class AssessmentPolicy {

    /** The highest score of a question. */
    public static final int HIGHEST = 3;

    private static final BigDecimal GOOD = new BigDecimal("2.5");
    private static final BigDecimal FAIR = new BigDecimal("1.5");

    private AssessmentPolicy() {}

    /** The mean of the answered questions, to a tenth; {@code null} if none is answered: no score is not zero. */
    public static @Nullable BigDecimal mean(Collection<@Nullable Integer> scores) {
        List<Integer> answered = scores.stream().filter(Objects::nonNull).toList();
        if (answered.isEmpty()) {
            return null;
        }
        int sum = answered.stream().mapToInt(Integer::intValue).sum();
        return BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(answered.size()), 1, RoundingMode.HALF_UP);
    }

    /** How a mean is shown. */
    public static Tone tone(@Nullable BigDecimal mean) {
        if (mean == null) {
            return Tone.REST;
        }
        return mean.compareTo(GOOD) >= 0 ? Tone.OK : mean.compareTo(FAIR) >= 0 ? Tone.AHEAD : Tone.WARN;
    }
}
